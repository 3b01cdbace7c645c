/** How many products match: from the cube where it knows the filter, else counted. */
import { type ExpressionBuilder, sql } from "kysely";
import { FINDING_BITS } from "../ingest/product-facts.ts";
import type { OwnedSchema, Scope } from "../scope.ts";
import {
  CUBE_FILTERS,
  type HasState,
  matches,
  OWNERSHIP_FINDING,
  type OwnershipState,
  type ProductFilter,
} from "./product-filter.ts";
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
      ...(["standing", "action"] as const).flatMap((name) =>
        filter[name] === undefined ? [] : [expression(name, "in", filter[name])],
      ),
      ...(filter.ownership === undefined
        ? []
        : [expression.or(filter.ownership.map((state) => ownershipOfCell(expression, state)))]),
      ...(filter.has === undefined
        ? []
        : [expression.or(filter.has.map((what) => expression(HAS_COLUMN[what], "=", 1)))]),
      ...(["hidden", "owned", "violating", "steady"] as const).flatMap((name) =>
        filter[name] === undefined ? [] : [expression(name, "=", Number(filter[name]))],
      ),
      ...(filter.finding === undefined
        ? []
        : [expression(sql<number>`findings & ${FINDING_BITS[filter.finding] ?? 0}`, "<>", 0)]),
    ]);
}

const HAS_COLUMN: Readonly<Record<HasState, "violating" | "troubled" | "relied">> = {
  violations: "violating",
  problems: "troubled",
  dependents: "relied",
};

function ownershipOfCell(expression: ExpressionBuilder<OwnedSchema, "cube">, state: OwnershipState) {
  if (state === "owned" || state === "unowned") return expression("owned", "=", Number(state === "owned"));
  return expression(sql<number>`findings & ${FINDING_BITS[OWNERSHIP_FINDING[state]] ?? 0}`, "<>", 0);
}
