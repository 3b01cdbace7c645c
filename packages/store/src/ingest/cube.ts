/**
 * Counts by kept sums. Each listed product is in one cell, named by the few properties that lists are
 * filtered by; a count or a facet adds up some of the few hundred cells instead of all products.
 */
import { insertValues } from "../engines/insert-rows.ts";
import type { AssessedColumns, ProductColumns } from "../schema/portfolio.ts";
import type { Scope } from "../scope.ts";
import { portions } from "./chunks.ts";

export const CELL_COLUMNS = [
  "listed",
  "kind",
  "provenance",
  "stage",
  "hidden",
  "owner_id",
  "findings",
  "violations",
  "problems",
  "dependents",
  "standing",
  "steady",
  "action",
] as const;

type CellSource = Pick<ProductColumns & AssessedColumns, (typeof CELL_COLUMNS)[number]>;

const DIMENSIONS = [
  "kind",
  "provenance",
  "stage",
  "hidden",
  "owned",
  "findings",
  "violating",
  "troubled",
  "relied",
  "standing",
  "steady",
  "action",
] as const;

type Cell = readonly [string, string, string, number, number, number, number, number, number, string, number, string];

/** The cell of a product; undefined: it is in no list. What was not assessed has no stage, no action, and -1. */
export function cellOf(row: CellSource): string | undefined {
  if (row.listed === 0) return undefined;
  const cell: Cell = [
    row.kind,
    row.provenance,
    row.stage,
    row.hidden,
    row.owner_id === null ? 0 : 1,
    row.findings,
    row.violations > 0 ? 1 : 0,
    row.problems > 0 ? 1 : 0,
    row.dependents > 0 ? 1 : 0,
    row.standing ?? "",
    row.steady ?? -1,
    row.action ?? "",
  ];
  return JSON.stringify(cell);
}

/** Cells of products as they are now, by key. */
export async function cellsOfProducts(scope: Scope, keys: Iterable<number>): Promise<Map<number, string | undefined>> {
  const cells = new Map<number, string | undefined>();
  for (const some of portions(keys)) {
    const rows = await scope.db
      .selectFrom("product")
      .select(["key", ...CELL_COLUMNS])
      .where("key", "in", some)
      .execute();
    for (const row of rows) cells.set(row.key, cellOf(row));
  }
  return cells;
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
  const rows = [...sums].flatMap(([text, sum]) => (sum === 0 ? [] : [[scope.org, ...(JSON.parse(text) as Cell), sum]]));
  await insertValues(scope, "cube", ["org", ...DIMENSIONS, "count"], rows, {
    conflict: { key: ["org", ...DIMENSIONS], add: ["count"] },
  });
}
