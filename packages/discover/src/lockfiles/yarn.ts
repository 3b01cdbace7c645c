/** `yarn.lock`: the format of version 1, which only looks like YAML, and that of later ones, which is YAML. */
import { parse } from "yaml";
import { isRecord, type LockedPackage, type Lockfile, type LockfileFormat, textOf } from "./lockfile.ts";

export const yarnLockfile: LockfileFormat = { id: "yarn", files: ["yarn.lock"], ecosystem: "npm", read };

interface Entry {
  readonly descriptors: readonly string[];
  readonly version: string;
  readonly dependencies: readonly (readonly [name: string, range: string])[];
}

function read(text: string): Lockfile {
  const entries = /^__metadata:/m.test(text) ? readBerry(text) : readClassic(text);
  const packages = new Map<string, LockedPackage>();
  for (const { descriptors, version, dependencies } of entries) {
    const name = nameOf(descriptors[0] ?? "");
    const locked = {
      name,
      version,
      dependencies: dependencies.map(([of, range]) => descriptor(of, range)),
      ...(version.includes("@workspace:") ? { member: true } : {}),
    };
    for (const one of descriptors) packages.set(plain(one), locked);
  }
  return resolving(packages);
}

/**
 * A range that stands for another (`catalog:`, `patch:`, a resolution forced by the root's manifest) is no
 * descriptor of the file: any package of that name may be meant.
 */
function resolving(packages: ReadonlyMap<string, LockedPackage>): Lockfile {
  const byName = Map.groupBy(packages.keys(), nameOf);
  const known = (key: string): readonly string[] => (packages.has(key) ? [key] : (byName.get(nameOf(key)) ?? []));
  const resolved = new Map(
    [...packages].map(([key, locked]) => [key, { ...locked, dependencies: locked.dependencies.flatMap(known) }]),
  );
  return {
    packages: resolved,
    rootsOf: ({ requires }) => requires.flatMap(({ name, range }) => known(descriptor(name, range))),
  };
}

/** `name@npm:range` and `name@range` are the same. */
function descriptor(name: string, range: string): string {
  return plain(`${name}@${range}`);
}

function plain(text: string): string {
  return text.replace(/^((?:@[^@/]+\/)?[^@]+)@npm:/, "$1@");
}

function nameOf(text: string): string {
  const at = text.indexOf("@", 1);
  return at < 0 ? text : text.slice(0, at);
}

function readBerry(text: string): Entry[] {
  // Comparing the keys of thousands of entries with each other takes quadratic time; a tool wrote them.
  const parsed: unknown = parse(text, { maxAliasCount: 0, uniqueKeys: false, logLevel: "silent" });
  if (!isRecord(parsed)) throw new SyntaxError("not a mapping");
  return Object.entries(parsed).flatMap(([key, value]) => {
    if (key === "__metadata" || !isRecord(value)) return [];
    const { dependencies } = value;
    const listed = isRecord(dependencies) ? Object.entries(dependencies) : [];
    return [
      {
        descriptors: key.split(", "),
        version: `${textOf(value["resolution"]) || textOf(value["version"])}${hidden(value["checksum"])}`,
        dependencies: listed.map(([name, range]) => [name, textOf(range)] as const),
      },
    ];
  });
}

/** The same version with other contents is another package. */
function hidden(checksum: unknown): string {
  return typeof checksum === "string" ? `\0${checksum}` : "";
}

/** Lines: a key at the margin, fields two spaces in, dependencies four. */
function readClassic(text: string): Entry[] {
  const entries: { descriptors: string[]; version: string; dependencies: [string, string][] }[] = [];
  let inside = false;
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const last = entries.at(-1);
    if (!line.startsWith(" ")) {
      entries.push({ descriptors: line.replace(/:\s*$/, "").split(", ").map(unquoted), version: "", dependencies: [] });
      inside = false;
    } else if (!line.startsWith("    ")) {
      const [field = "", ...rest] = line.trim().split(" ");
      inside = /^(?:optionalD|d)ependencies:$/.test(field);
      if (field === "version" && last !== undefined) last.version = unquoted(rest.join(" "));
      if (field === "integrity" && last !== undefined) last.version += `\0${rest.join(" ")}`;
    } else if (inside && last !== undefined) {
      const found = /^\s+("[^"]+"|\S+)\s+(.+)$/.exec(line);
      if (found !== null) last.dependencies.push([unquoted(found[1] ?? ""), unquoted(found[2] ?? "")]);
    }
  }
  return entries;
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, "$1");
}
