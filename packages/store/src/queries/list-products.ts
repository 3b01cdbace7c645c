/** A page of products, filtered and sorted, with the number of all that match. */
import { sql } from "kysely";
import type { Scope } from "../scope.ts";
import { countProducts } from "./count-products.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { matches, type ProductFilter } from "./product-filter.ts";
import { LISTED, presentRows, ROW_COLUMNS, type StoredProduct } from "./product-row.ts";

export const PRODUCT_SORTS = ["name", "reach", "dependents", "dependencies", "units", "violations"] as const;
export type ProductSort = (typeof PRODUCT_SORTS)[number];

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

/** Pages by keyset: the thousandth page costs what the first does. Throws `store/bad-cursor`. */
export async function listProducts(scope: Scope, options: ListOptions = {}): Promise<Page<StoredProduct>> {
  const { filter = {}, sort = "name", descending = false } = options;
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  const order = `${sort} ${descending ? "desc" : "asc"}`;
  const column = sql.ref<string | number>(sort);
  let query = scope.db.selectFrom("product").select(ROW_COLUMNS).where("listed", "=", LISTED).where(matches(filter));
  if (options.cursor !== undefined) {
    const { value, key } = readCursor(options.cursor, order);
    query = query.where(sql<boolean>`(${column}, key) ${sql.raw(descending ? "<" : ">")} (${value}, ${key})`);
  }
  const direction = descending ? "desc" : "asc";
  const rows = await query
    .orderBy(column, direction)
    .orderBy("key", direction)
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = await presentRows(scope, shown);
  const total = await countProducts(scope, filter);
  if (rows.length <= limit || last === undefined) return { items, total };
  return { items, total, next: writeCursor({ order, value: last[sort], key: last.key }) };
}
