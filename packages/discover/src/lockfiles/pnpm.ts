/** `pnpm-lock.yaml` of versions 5 to 9. https://github.com/pnpm/spec/tree/master/lockfile */
import { parse } from "yaml";
import { isRecord, type LockedPackage, type Lockfile, type LockfileFormat, textOf } from "./lockfile.ts";

export const pnpmLockfile: LockfileFormat = { id: "pnpm", files: ["pnpm-lock.yaml"], ecosystem: "npm", read };

const FIELDS = ["dependencies", "devDependencies", "optionalDependencies"];

function read(text: string): Lockfile {
  // Comparing the keys of thousands of entries with each other takes quadratic time; a tool wrote them.
  const parsed: unknown = parse(text, { maxAliasCount: 0, uniqueKeys: false, logLevel: "silent" });
  if (!isRecord(parsed) || parsed["lockfileVersion"] === undefined) throw new SyntaxError("no `lockfileVersion`");
  const listed = isRecord(parsed["packages"]) ? parsed["packages"] : {};
  // From version 9 on, what a package depends on stands beside it.
  const entries = isRecord(parsed["snapshots"]) ? parsed["snapshots"] : listed;
  const packages = new Map<string, LockedPackage>();
  for (const [key, entry] of Object.entries(entries)) {
    const { name, version } = identityOf(key);
    packages.set(plainKey(key), { name, version, dependencies: isRecord(entry) ? dependenciesOf(entry) : [] });
  }
  const importers = isRecord(parsed["importers"]) ? parsed["importers"] : { ".": parsed };
  return {
    packages,
    rootsOf: ({ folder }) => {
      const importer = importers[folder === "" ? "." : folder];
      return isRecord(importer) ? dependenciesOf(importer) : undefined;
    },
  };
}

function dependenciesOf(entry: Readonly<Record<string, unknown>>): string[] {
  return FIELDS.flatMap((field) => (isRecord(entry[field]) ? Object.entries(entry[field]) : [])).flatMap(
    ([name, value]) => {
      const version = isRecord(value) ? textOf(value["version"]) : textOf(value);
      // `link:` is a unit of the workspace: the graph of products knows it.
      if (version === "" || version.startsWith("link:") || version.startsWith("file:")) return [];
      // An `@` behind a bracket is that of a peer: `1.0.0(react@19.0.0)` is a version, `other@1.0.0` a name too.
      const aliased = version.startsWith("/") || /^(?:@[^/]+\/)?[^/@(]+@/.test(version);
      return [plainKey(aliased ? version : `${name}@${version}`)];
    },
  );
}

/** One form for `/name/1.0.0_peer` (5), `/name@1.0.0(peer)` (6) and `name@1.0.0(peer)` (9). */
function plainKey(key: string): string {
  const plain = key.replace(/^\//, "");
  const old = /^((?:@[^/]+\/)?[^/@]+)\/(\d[^/]*)$/.exec(plain);
  return old === null ? plain : `${old[1]}@${old[2]}`;
}

function identityOf(key: string): { readonly name: string; readonly version: string } {
  const plain = plainKey(key);
  const at = plain.indexOf("@", 1);
  return at < 0 ? { name: plain, version: "" } : { name: plain.slice(0, at), version: plain.slice(at + 1) };
}
