/** What `package.json` promises: entry points with their conditions, commands, engines, peers. */
import type { Problem } from "@freehold/model";

export interface EntryPoint {
  /** `.`, `./sub`, or a pattern with `*`. */
  readonly subpath: string;
  /** Files it names, declarations first, as written (`./dist/index.d.ts`). */
  readonly targets: readonly string[];
  /** Conditions that lead somewhere, sorted: `import`, `require`, `types`, … */
  readonly conditions: readonly string[];
  /** How Node can load it. */
  readonly formats: readonly ("import" | "require")[];
}

export interface PackageManifest {
  readonly name: string;
  readonly version?: string;
  readonly entries: readonly EntryPoint[];
  /** It has `exports`, so that nothing else can be imported. */
  readonly sealed: boolean;
  readonly bins: Readonly<Record<string, string>>;
  readonly node?: string;
  readonly peers: Readonly<Record<string, { readonly range: string; readonly optional: boolean }>>;
  /** Its `imports` field, `#name` to a file. */
  readonly internal: Readonly<Record<string, string>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads a manifest; undefined, with a problem, where it is no JSON object. */
export function readManifest(
  text: string,
  path: string,
): { readonly manifest?: PackageManifest; readonly problems: readonly Problem[] } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const message = `package.json is no JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { problems: [{ code: "typescript/invalid-manifest", severity: "error", message, path }] };
  }
  if (!isFields(parsed)) {
    return {
      problems: [
        { code: "typescript/invalid-manifest", severity: "error", message: "package.json holds no object", path },
      ],
    };
  }
  return { manifest: manifestOf(parsed), problems: [] };
}

function manifestOf(fields: Fields): PackageManifest {
  const name = text(fields["name"]) ?? "";
  const version = text(fields["version"]);
  const node = isFields(fields["engines"]) ? text(fields["engines"]["node"]) : undefined;
  const module = fields["type"] === "module";
  const exports = fields["exports"];
  const sealed = exports !== undefined && exports !== null;
  return {
    name,
    ...(version !== undefined && { version }),
    entries: sealed ? exportEntries(exports, fields, module) : mainEntries(fields, module),
    sealed,
    bins: binsOf(fields, name),
    ...(node !== undefined && { node }),
    peers: peersOf(fields),
    internal: internalOf(fields["imports"]),
  };
}

function exportEntries(exports: unknown, fields: Fields, module: boolean): EntryPoint[] {
  const subpaths =
    isFields(exports) && Object.keys(exports).some((key) => key.startsWith(".")) ? exports : { ".": exports };
  const entries: EntryPoint[] = [];
  for (const [subpath, value] of Object.entries(subpaths)) {
    const leaves: Leaf[] = [];
    collect(value, [], leaves);
    if (leaves.length === 0) continue;
    const legacy =
      subpath === "." ? [fields["types"], fields["typings"]].filter((item) => typeof item === "string") : [];
    entries.push(entryOf(subpath, leaves, module, [...legacy, ...versioned(fields["typesVersions"], subpath)]));
  }
  return entries;
}

/** Declarations that `typesVersions` gives a subpath: those for the newest compilers come first. */
function versioned(versions: unknown, subpath: string): string[] {
  const first = isFields(versions) ? Object.values(versions)[0] : undefined;
  if (!isFields(first) || subpath === ".") return [];
  const path = subpath.slice(2);
  return Object.entries(first).flatMap(([pattern, targets]) => {
    const [head = "", tail] = pattern.split("*", 2);
    const matches = tail === undefined ? pattern === path : path.startsWith(head) && path.endsWith(tail);
    const target: unknown = Array.isArray(targets) ? targets[0] : undefined;
    if (!matches || typeof target !== "string") return [];
    return [target.replace("*", tail === undefined ? "" : path.slice(head.length, path.length - tail.length))];
  });
}

interface Leaf {
  readonly conditions: readonly string[];
  readonly target: string;
}

function collect(value: unknown, conditions: readonly string[], leaves: Leaf[]): void {
  if (conditions.length > 12 || leaves.length > 200) return;
  if (typeof value === "string") leaves.push({ conditions, target: value });
  else if (Array.isArray(value)) for (const item of value) collect(item, conditions, leaves);
  else if (isFields(value))
    for (const [condition, item] of Object.entries(value)) collect(item, [...conditions, condition], leaves);
}

function entryOf(subpath: string, leaves: readonly Leaf[], module: boolean, legacy: readonly string[]): EntryPoint {
  const types = leaves.filter((leaf) =>
    leaf.conditions.some((condition) => condition === "types" || condition.startsWith("types@")),
  );
  const code = leaves.filter((leaf) => !types.includes(leaf));
  const targets = [...types.map((leaf) => leaf.target), ...legacy, ...code.map((leaf) => leaf.target)];
  const conditions = [...new Set(leaves.flatMap((leaf) => leaf.conditions))]
    .filter((name) => name !== "default")
    .sort();
  const formats = (["import", "require"] as const).filter((format) => code.some((leaf) => loads(leaf, format, module)));
  return { subpath, targets: [...new Set(targets)], conditions, formats };
}

/** Whether Node's `import` or `require` can take a leaf: by its conditions, then by the file's own format. */
function loads(leaf: Leaf, format: "import" | "require", module: boolean): boolean {
  const other = format === "import" ? "require" : "import";
  if (leaf.conditions.includes(other)) return false;
  if (leaf.conditions.includes(format) || format === "import") return true;
  return !/\.m[jt]s$/.test(leaf.target) && !(module && /\.[jt]sx?$/.test(leaf.target));
}

function mainEntries(fields: Fields, module: boolean): EntryPoint[] {
  const targets = ["types", "typings", "main", "module"]
    .map((key) => text(fields[key]))
    .filter((item) => item !== undefined);
  const all = targets.length === 0 || fields["main"] === undefined ? [...targets, "./index.js"] : targets;
  const main = text(fields["main"]) ?? "./index.js";
  const leaf: Leaf = { conditions: [], target: main };
  return [
    {
      subpath: ".",
      targets: all,
      conditions: [],
      formats: (["import", "require"] as const).filter((format) => loads(leaf, format, module)),
    },
  ];
}

function binsOf(fields: Fields, name: string): Record<string, string> {
  const bin = fields["bin"];
  if (typeof bin === "string") return { [name.slice(name.lastIndexOf("/") + 1)]: bin };
  return isFields(bin) ? strings(bin) : {};
}

function peersOf(fields: Fields): Record<string, { range: string; optional: boolean }> {
  const peers = isFields(fields["peerDependencies"]) ? strings(fields["peerDependencies"]) : {};
  const meta = isFields(fields["peerDependenciesMeta"]) ? fields["peerDependenciesMeta"] : {};
  const optional = (peer: string): boolean => {
    const entry = meta[peer];
    return isFields(entry) && entry["optional"] === true;
  };
  return Object.fromEntries(Object.entries(peers).map(([peer, range]) => [peer, { range, optional: optional(peer) }]));
}

function internalOf(imports: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of isFields(imports) ? Object.entries(imports) : []) {
    const leaves: Leaf[] = [];
    collect(value, [], leaves);
    const target = (leaves.find((leaf) => leaf.conditions.includes("types")) ?? leaves[0])?.target;
    if (target !== undefined) found[name] = target;
  }
  return found;
}

function strings(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
