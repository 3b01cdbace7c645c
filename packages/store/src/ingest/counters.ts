/** Figures of products that lists show and sort by, counted again where a unit, an edge or a finding changed. */
import { sql } from "kysely";
import { SHIPPED } from "@freehold/portfolio";
import { updateRows } from "../engines/update-rows.ts";
import type { Scope } from "../scope.ts";
import { portions } from "./chunks.ts";
import { CELL_COLUMNS, cellOf } from "./cube.ts";

const FIGURES = ["units", "provides", "dependencies", "externals", "violations", "problems", "dependents"] as const;

type Figures = Readonly<Record<(typeof FIGURES)[number], number>> & { readonly key: number };

/**
 * Counts products again. Dependents are kept by differences, those of products that are not counted too; reach is
 * counted in its own time. A row is written once, and only where a figure differs. Returns the cells of products that
 * are not among `keys` and gained their first dependent or lost their last, as they were before.
 */
export async function countProducts(
  scope: Scope,
  keys: ReadonlySet<number>,
  dependents: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, string | undefined>> {
  const shipped = sql.lit(SHIPPED);
  for (const some of portions(keys)) {
    const { rows } = await sql<Figures>`
      select p.key,
        (select count(*) from unit u where u.org = p.org and u.product = p.key) as units,
        (select count(distinct v.identifier) from unit u join provide v on v.org = u.org and v.unit = u.key
          where u.org = p.org and u.product = p.key) as provides,
        (select count(*) from edge e
          where e.org = p.org and e.source = p.key and (e.scopes & ${shipped}) <> 0) as dependencies,
        (select count(distinct c.identifier) from unit u join consume c on c.org = u.org and c.unit = u.key
          where u.org = p.org and u.product = p.key and c.provider is null and (c.scopes & ${shipped}) <> 0) as externals,
        (select coalesce(sum(f.count), 0) from finding f
          where f.org = p.org and f.product = p.key and f.kind = 'violation') as violations,
        (select coalesce(sum(f.count), 0) from finding f
          where f.org = p.org and f.product = p.key and f.kind = 'problem') as problems,
        p.dependents
      from product p where p.org = ${scope.org} and p.key in (${sql.join(some)})`.execute(scope.db);
    const before = await scope.db
      .selectFrom("product")
      .select(["key", ...FIGURES])
      .where("key", "in", some)
      .execute();
    const known = new Map<number, Figures>(before.map((row) => [row.key, row]));
    const counted = rows.map((row) => ({ ...row, dependents: row.dependents + (dependents.get(row.key) ?? 0) }));
    const differing = counted.filter((row) => FIGURES.some((name) => row[name] !== known.get(row.key)?.[name]));
    const updates = differing.map((row) => ({ key: row.key, values: FIGURES.map((name) => row[name]) }));
    await updateRows(scope, "product", FIGURES, updates);
  }
  return await addDependents(scope, new Map([...dependents].filter(([key]) => !keys.has(key))));
}

async function addDependents(
  scope: Scope,
  deltas: ReadonlyMap<number, number>,
): Promise<Map<number, string | undefined>> {
  const flipped = new Map<number, string | undefined>();
  for (const some of portions(deltas.keys())) {
    const rows = await scope.db
      .selectFrom("product")
      .select(["key", ...CELL_COLUMNS])
      .where("key", "in", some)
      .execute();
    const updates = rows.map((row) => {
      const after = row.dependents + (deltas.get(row.key) ?? 0);
      if (row.dependents > 0 !== after > 0) flipped.set(row.key, cellOf(row));
      return { key: row.key, values: [after] };
    });
    await updateRows(scope, "product", ["dependents"], updates);
  }
  return flipped;
}
