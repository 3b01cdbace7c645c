/** Lock files in TOML with a list of packages: `Cargo.lock`, `poetry.lock`, `uv.lock`, `pdm.lock`. */
import { parse } from "smol-toml";
import { isRecord, type LockedPackage, type Lockfile, type LockfileFormat, textOf } from "./lockfile.ts";

export const cargoLockfile: LockfileFormat = {
  id: "cargo",
  files: ["Cargo.lock"],
  ecosystem: "cargo",
  // What comes from nowhere is a crate of the repository.
  read: (text) =>
    readPackages(
      text,
      (name) => name,
      ({ source }) => source === undefined,
    ),
};

export const pythonLockfile: LockfileFormat = {
  id: "python",
  files: ["poetry.lock", "uv.lock", "pdm.lock"],
  ecosystem: "python",
  // https://packaging.python.org/en/latest/specifications/name-normalization/
  read: (text) => readPackages(text, (name) => name.toLowerCase().replaceAll(/[-_.]+/g, "-"), isLocal),
};

type Entry = Readonly<Record<string, unknown>>;

/** `source = { editable = "." }` (uv), `source = { type = "directory" }` (Poetry), `path = "…"` (pdm). */
function isLocal({ source, path }: Entry): boolean {
  if (path !== undefined) return true;
  if (!isRecord(source)) return false;
  return "editable" in source || "virtual" in source || "directory" in source || source["type"] === "directory";
}

function readPackages(text: string, normal: (name: string) => string, isMember: (entry: Entry) => boolean): Lockfile {
  const listed: unknown = parse(text)["package"];
  const entries = (Array.isArray(listed) ? listed : []).filter(isRecord);
  const byName = Map.groupBy(entries, (entry) => normal(textOf(entry["name"])));
  const packages = new Map<string, LockedPackage>();
  for (const entry of entries) {
    const name = normal(textOf(entry["name"]));
    const version = textOf(entry["version"]);
    const dependencies = requirementsOf(entry).flatMap((wanted) => keysOf(wanted, normal, byName));
    const member = isMember(entry);
    const contents = [entry["source"], entry["checksum"]].filter((part) => part !== undefined);
    packages.set(`${name}@${version}`, {
      name,
      version: contents.length === 0 ? version : `${version}\0${JSON.stringify(contents)}`,
      dependencies,
      ...(member ? { member } : {}),
    });
  }
  return {
    packages,
    rootsOf: ({ name, requires }) => {
      const own = byName.get(normal(name))?.[0];
      // Poetry and pdm leave out the package itself: its manifest says what it asks for.
      if (own === undefined) return requires.flatMap((one) => keysOf({ name: one.name }, normal, byName));
      return packages.get(`${normal(name)}@${textOf(own["version"])}`)?.dependencies;
    },
  };
}

interface Requirement {
  readonly name: string;
  readonly version?: string;
}

/** `["name", "name 1.0"]` (Cargo), `[{ name }]` (uv), `{ name: … }` (poetry), `["name>=1"]` (pdm). */
function requirementsOf(entry: Readonly<Record<string, unknown>>): Requirement[] {
  const groups = [
    entry["dependencies"],
    ...["dev-dependencies", "optional-dependencies"].flatMap((field) => {
      const table = entry[field];
      return isRecord(table) ? Object.values(table) : [];
    }),
  ];
  return groups.flatMap((list) => {
    if (isRecord(list)) return Object.keys(list).map((name) => ({ name }));
    if (!Array.isArray(list)) return [];
    return list.flatMap((item: unknown): Requirement[] => {
      if (isRecord(item)) return [{ name: textOf(item["name"]), ...versioned(textOf(item["version"])) }];
      const [name = "", version = ""] = textOf(item).split(/[ <>=!~;[(]/);
      return [{ name, ...versioned(/^\d/.test(version) ? version : "") }];
    });
  });
}

function versioned(version: string): { readonly version?: string } {
  return version === "" ? {} : { version };
}

function keysOf(
  { name, version }: Requirement,
  normal: (name: string) => string,
  byName: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>,
): string[] {
  const found = byName.get(normal(name)) ?? [];
  const exact = version === undefined ? found : found.filter((entry) => entry["version"] === version);
  return (exact.length === 0 ? found : exact).map((entry) => `${normal(name)}@${textOf(entry["version"])}`);
}
