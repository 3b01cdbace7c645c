/** Declared groups from a truth table: `commit,unit,path,owner,kind`, a row for each file and owner. */
import { readFile } from "node:fs/promises";

export interface Truth {
  readonly commit: string;
  /** Path to the owners declared for it, joined; files that only a rule for everything covers are left out. */
  readonly groupOf: ReadonlyMap<string, string>;
  readonly kinds: ReadonlySet<string>;
}

/** `*` and the root declare who is asked when nobody else is, not a group. */
const CATCH_ALL = new Set(["*", "**", "/", "/*", "/**", "", "."]);

export async function readTruth(file: string): Promise<Truth> {
  const lines = (await readFile(file, "utf8")).trim().split(/\r?\n/).slice(1);
  const owners = new Map<string, Set<string>>();
  const kinds = new Set<string>();
  let commit = "";
  for (const line of lines) {
    const [revision = "", unit = "", path = "", owner = "", kind = ""] = line.split(",");
    commit = revision;
    if (CATCH_ALL.has(unit)) continue;
    kinds.add(kind);
    const known = owners.get(path);
    if (known === undefined) owners.set(path, new Set([owner]));
    else known.add(owner);
  }
  return { commit, groupOf: new Map([...owners].map(([path, set]) => [path, [...set].sort().join(" ")])), kinds };
}
