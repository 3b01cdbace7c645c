/** Truth tables: `commit,unit,path,owner,kind`, one row for each file and owner. */

export interface TruthUnit {
  readonly name: string;
  readonly paths: readonly string[];
  readonly owners: readonly { readonly text: string; readonly kind: "user" | "team" | "email" }[];
}

export interface Truth {
  readonly commit: string;
  readonly units: readonly TruthUnit[];
}

export function parseTruth(csv: string): Truth | undefined {
  const rows = csv.split(/\r?\n/).slice(1).map(fields);
  const units = new Map<string, { paths: Set<string>; owners: Map<string, TruthUnit["owners"][number]> }>();
  let commit = "";
  for (const [at, unit, path, owner, kind] of rows) {
    if (at === undefined || unit === undefined || path === undefined || owner === undefined) continue;
    if (kind !== "user" && kind !== "team" && kind !== "email") continue;
    commit = at;
    const known = units.get(unit) ?? { paths: new Set(), owners: new Map() };
    units.set(unit, known);
    known.paths.add(path);
    known.owners.set(owner, { text: kind === "user" ? owner.replace(/^@/, "") : owner, kind });
  }
  if (commit === "") return undefined;
  return {
    commit,
    units: [...units].map(([name, { paths, owners }]) => ({ name, paths: [...paths], owners: [...owners.values()] })),
  };
}

function fields(line: string): readonly string[] {
  const found = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return found.map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
}
