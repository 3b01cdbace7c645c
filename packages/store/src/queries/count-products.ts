/** How many products match: from the cube where it knows the filter, else counted. */
import { type ExpressionBuilder, sql } from "kysely";
import { FINDING_BITS } from "../ingest/product-facts.ts";
import type { OwnedSchema, Scope } from "../scope.ts";
import { CUBE_FILTERS, matches, type ProductFilter } from "./product-filter.ts";
import { LISTED } from "./product-row.ts";

export async function countProducts(scope: Scope, filter: ProductFilter = {}): Promise<number> {
  if (isCubed(filter)) {
    const row = await scope.db
      .selectFrom("cube")
      .select(sql<number>`coalesce(sum(count), 0)`.as("total"))
      .where(cellsOf(filter))
      .executeTakeFirst();
    return row?.total ?? 0;
  }
  const row = await scope.db
    .selectFrom("product")
    .select(sql<number>`count(*)`.as("total"))
    .where("listed", "=", LISTED)
    .where(matches(filter))
    .executeTakeFirst();
  return row?.total ?? 0;
}

export function isCubed(filter: ProductFilter): boolean {
  return Object.entries(filter).every(([name, value]) => value === undefined || CUBE_FILTERS.has(name));
}

/** The filter as a condition on cells of the cube. */
export function cellsOf(filter: ProductFilter) {
  return (expression: ExpressionBuilder<OwnedSchema, "cube">) =>
    expression.and([
      ...(["kind", "provenance", "stage"] as const).flatMap((name) =>
        filter[name] === undefined ? [] : [expression(name, "in", filter[name])],
      ),
      ...(["hidden", "owned", "violating"] as const).flatMap((name) =>
        filter[name] === undefined ? [] : [expression(name, "=", Number(filter[name]))],
      ),
      ...(filter.finding === undefined
        ? []
        : [expression(sql<number>`findings & ${FINDING_BITS[filter.finding] ?? 0}`, "<>", 0)]),
    ]);
}
