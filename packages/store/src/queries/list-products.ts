/** A page of products, filtered and sorted, with the number of all that match. */
import { sql } from "kysely";
import type { Scope } from "../scope.ts";
import { countProducts } from "./count-products.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { matches, type ProductFilter } from "./product-filter.ts";
import { LISTED, type ListRow, presentRows, ROW_COLUMNS, type StoredProduct } from "./product-row.ts";

/** By name, and the column that an index has in that order. */
const SORT_COLUMNS = {
  name: "name",
  owner: "owner_name",
  reach: "reach",
  dependents: "dependents",
  dependencies: "dependencies",
  units: "units",
  violations: "violations",
  score: "score",
  plane: "plane",
  value: "value",
  simplicity: "simplicity",
} as const;

export type ProductSort = keyof typeof SORT_COLUMNS;
export const PRODUCT_SORTS = [
  "name",
  "owner",
  "reach",
  "dependents",
  "dependencies",
  "units",
  "violations",
  "score",
  "plane",
  "value",
  "simplicity",
] as const satisfies readonly ProductSort[];

export interface ListOptions {
  readonly filter?: ProductFilter;
  readonly sort?: ProductSort;
  readonly descending?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

export const MOST_ITEMS = 500;

/**
 * Pages by keyset: the thousandth page costs what the first does. What has no value comes last, whichever
 * the direction. Throws `store/bad-cursor`.
 */
export async function listProducts(scope: Scope, options: ListOptions = {}): Promise<Page<StoredProduct>> {
  const { filter = {}, sort = "name", descending = false } = options;
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  const order: Order = {
    column: SORT_COLUMNS[sort],
    direction: descending ? "desc" : "asc",
    name: `${sort} ${descending ? "desc" : "asc"}`,
  };
  const from = options.cursor === undefined ? undefined : readCursor(options.cursor, order.name);
  const rows = from?.value === NO_VALUE ? [] : await rowsWithValue(scope, filter, order, limit + 1, from);
  if (rows.length <= limit && NULLABLE.has(order.column)) {
    const after = from?.value === NO_VALUE ? from.key : undefined;
    rows.push(...(await rowsWithout(scope, filter, order, limit + 1 - rows.length, after)));
  }
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = await presentRows(scope, shown);
  const total = await countProducts(scope, filter);
  if (rows.length <= limit || last === undefined) return { items, total };
  return { items, total, next: writeCursor({ order: order.name, value: last.sorted ?? NO_VALUE, key: last.key }) };
}

interface Order {
  readonly column: (typeof SORT_COLUMNS)[ProductSort];
  readonly direction: "asc" | "desc";
  readonly name: string;
}

type SortedRow = ListRow & { readonly sorted: string | number | null };

const NULLABLE: ReadonlySet<string> = new Set(["owner_name", "score", "plane", "value", "simplicity"]);
/** In a cursor; no score is that low, and no name that. */
const NO_VALUE = "\0";

async function rowsWithValue(
  scope: Scope,
  filter: ProductFilter,
  { column, direction }: Order,
  limit: number,
  from: { readonly value: string | number; readonly key: number } | undefined,
): Promise<SortedRow[]> {
  const sorted = sql.ref<string | number | null>(column);
  let query = selected(scope, filter, column);
  if (NULLABLE.has(column)) query = query.where(column, "is not", null);
  if (from !== undefined) {
    const sign = sql.raw(direction === "desc" ? "<" : ">");
    query = query.where(sql<boolean>`(${sorted}, key) ${sign} (${from.value}, ${from.key})`);
  }
  return await query.orderBy(sorted, direction).orderBy("key", direction).limit(limit).execute();
}

async function rowsWithout(
  scope: Scope,
  filter: ProductFilter,
  { column, direction }: Order,
  limit: number,
  after: number | undefined,
): Promise<SortedRow[]> {
  let query = selected(scope, filter, column).where(column, "is", null);
  if (after !== undefined) query = query.where("key", direction === "desc" ? "<" : ">", after);
  return await query.orderBy("key", direction).limit(limit).execute();
}

function selected(scope: Scope, filter: ProductFilter, column: Order["column"]) {
  return scope.db
    .selectFrom("product")
    .select(ROW_COLUMNS)
    .select(sql.ref<string | number | null>(column).as("sorted"))
    .where("listed", "=", LISTED)
    .where(matches(filter));
}
