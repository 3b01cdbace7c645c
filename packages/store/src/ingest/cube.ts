/**
 * Counts by kept sums. Each listed product is in one cell, named by the few properties that lists are
 * filtered by; a count or a facet adds up some of the few hundred cells instead of all products.
 */
import { sql } from "kysely";
import type { ProductColumns } from "../schema/portfolio.ts";
import type { Scope } from "../scope.ts";

type CellSource = Pick<
  ProductColumns,
  "listed" | "kind" | "provenance" | "stage" | "hidden" | "owner_id" | "findings" | "violations"
>;

export const CELL_COLUMNS = [
  "listed",
  "kind",
  "provenance",
  "stage",
  "hidden",
  "owner_id",
  "findings",
  "violations",
] as const;

/** The cell of a product; undefined: it is in no list. */
export function cellOf(row: CellSource): string | undefined {
  if (row.listed === 0) return undefined;
  return JSON.stringify([
    row.kind,
    row.provenance,
    row.stage,
    row.hidden,
    row.owner_id === null ? 0 : 1,
    row.findings,
    row.violations > 0 ? 1 : 0,
  ]);
}

/** Moves products between cells: each pair is the cell before and after. */
export async function moveCells(
  scope: Scope,
  moves: Iterable<readonly [before: string | undefined, after: string | undefined]>,
): Promise<void> {
  const sums = new Map<string, number>();
  for (const [before, after] of moves) {
    if (before === after) continue;
    if (before !== undefined) sums.set(before, (sums.get(before) ?? 0) - 1);
    if (after !== undefined) sums.set(after, (sums.get(after) ?? 0) + 1);
  }
  for (const [cell, sum] of sums) {
    if (sum === 0) continue;
    const values = JSON.parse(cell) as readonly [string, string, string, number, number, number, number];
    const [kind, provenance, stage, hidden, owned, findings, violating] = values;
    await scope.db
      .insertInto("cube")
      .values({ kind, provenance, stage, hidden, owned, findings, violating, count: sum })
      .onConflict((conflict) =>
        conflict
          .columns(["kind", "provenance", "stage", "hidden", "owned", "findings", "violating"])
          .doUpdateSet({ count: sql`cube.count + ${sum}` }),
      )
      .execute();
  }
}
