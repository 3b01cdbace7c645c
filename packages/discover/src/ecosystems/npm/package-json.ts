/** What a package.json says, as plain facts with lines. */
import type { ConsumeScope } from "@freehold/model";
import type { Parsed } from "../ecosystem.ts";
import { readJson } from "../reading/json.ts";
import { at, fields, isTrue, type Node, scalarText, text, texts } from "../reading/node.ts";
import { entriesOf } from "./entries.ts";

export interface Dependency {
  readonly name: string;
  readonly range: string;
  readonly scope: ConsumeScope;
  /** A peer that may be absent. */
  readonly optIn?: true;
  readonly line: number;
}

/** A short string and its line. */
interface Mention {
  readonly text: string;
  readonly line: number;
}

export interface PackageFacts {
  readonly kind: "package";
  readonly name?: Mention;
  readonly version?: string;
  readonly description?: string;
  readonly private: boolean;
  readonly workspaces?: readonly string[];
  readonly dependencies: readonly Dependency[];
  /** Subpath and target, relative to the package. */
  readonly entries: readonly (readonly [string, string])[];
  readonly commands: readonly Mention[];
  readonly people: readonly Mention[];
  /** It runs or builds something: not only a marker such as `{"type": "module"}`. */
  readonly hasScripts: boolean;
  /** It names no file that an importer would get, and is started: an application, whether or not it says `private`. */
  readonly isStarted: boolean;
}

/** Fields of those who publish. */
const OFFERED =
  "main module browser exports types typings bin files publishConfig style sass unpkg jsdelivr source react-native directories contributes".split(
    " ",
  );

const DEPENDENCY_FIELDS: readonly (readonly [string, ConsumeScope])[] = [
  ["dependencies", "runtime"],
  ["devDependencies", "development"],
  ["peerDependencies", "peer"],
  ["optionalDependencies", "optional"],
];

export function parsePackageJson(source: string): Parsed<PackageFacts> {
  const { root, problems } = readJson(source, "npm");
  if (root === undefined) return { facts: undefined, problems };
  if (root.kind !== "map") return { facts: undefined, problems: [...problems, notAnObject(root)] };
  return { facts: factsOf(root), problems };
}

function factsOf(root: Node): PackageFacts {
  const name = text(at(root, "name"));
  const version = scalarText(at(root, "version"));
  const description = text(at(root, "description"));
  const workspaces = at(root, "workspaces");
  return {
    kind: "package",
    ...(name !== undefined && { name: { text: name, line: at(root, "name")?.line ?? 1 } }),
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description }),
    ...(workspaces !== undefined && {
      workspaces: texts(workspaces.kind === "map" ? at(workspaces, "packages") : workspaces),
    }),
    private: isTrue(at(root, "private")),
    dependencies: DEPENDENCY_FIELDS.flatMap(([field, scope]) => dependenciesOf(root, field, scope)),
    entries: entriesOf(root),
    commands: commandsOf(root, name),
    people: ["author", "maintainers", "contributors"].flatMap((field) => peopleOf(at(root, field))),
    hasScripts: at(root, "scripts")?.kind === "map",
    isStarted: at(root, "scripts", "start") !== undefined && OFFERED.every((field) => at(root, field) === undefined),
  };
}

function dependenciesOf(root: Node, field: string, scope: ConsumeScope): Dependency[] {
  const found: Dependency[] = [];
  for (const [name, value] of fields(at(root, field))) {
    const optionalPeer = scope === "peer" && isTrue(at(root, "peerDependenciesMeta", name, "optional"));
    const range = scalarText(value) ?? "";
    found.push({ name, range, line: value.line, ...(optionalPeer ? { scope: "optional", optIn: true } : { scope }) });
  }
  return found;
}

/** One `bin` without a name is called as the package, without its scope. */
function commandsOf(root: Node, name: string | undefined): Mention[] {
  const bin = at(root, "bin");
  if (bin?.kind === "map") return [...bin.fields].map(([command, value]) => ({ text: command, line: value.line }));
  if (bin === undefined || text(bin) === undefined || name === undefined) return [];
  return [{ text: name.slice(name.indexOf("/") + 1), line: bin.line }];
}

/** `Name <address> (url)` as one string, also where the manifest has an object. */
function peopleOf(node: Node | undefined): Mention[] {
  if (node?.kind === "list") return node.items.flatMap(peopleOf);
  const one = text(node);
  if (node !== undefined && one !== undefined) return [{ text: one, line: node.line }];
  const name = text(at(node, "name"));
  const email = text(at(node, "email"));
  if (node === undefined || (name === undefined && email === undefined)) return [];
  return [{ text: [name, email === undefined ? undefined : `<${email}>`].filter(Boolean).join(" "), line: node.line }];
}

function notAnObject(root: Node) {
  return {
    code: "npm/not-an-object",
    severity: "error",
    message: `a package.json must hold an object, not a ${root.kind === "list" ? "list" : "single value"}`,
    hint: 'The least that works is {"name": "…"}.',
    line: root.line,
    column: root.column,
  } as const;
}
