/** Who relies on a product, and on whom it relies: direct edges, a page at a time. */
import type { ProductRef } from "@freehold/model";
import { sql } from "kysely";
import { EVERY_SCOPE, SHIPPED, scopesOf, type ScopeMask } from "@freehold/portfolio";
import type { Scope } from "../../scope.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { locateProduct } from "../find-product.ts";
import { MOST_ITEMS, type Page } from "../list-products.ts";
import { productRefs } from "../product-refs.ts";

export interface StoredLink {
  readonly product: ProductRef;
  readonly scopes: readonly string[];
  /** Import statements, at least one for each consume. */
  readonly weight: number;
  /** Consumes behind it. */
  readonly links: number;
  /** Nothing that ships relies on it. */
  readonly development: boolean;
  /** The revision from which on it is as it is. */
  readonly since: number;
}

export interface LinkOptions {
  /** Default: every scope, development too. */
  readonly scopes?: ScopeMask;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Products that use it directly, oldest first; undefined where there is no such product. */
export async function dependentsOf(
  scope: Scope,
  name: string,
  options?: LinkOptions,
): Promise<Page<StoredLink> | undefined> {
  return await linksOf(scope, name, { of: "target", to: "source" }, options);
}

/** Products that it uses directly, oldest first; undefined where there is no such product. */
export async function dependenciesOf(
  scope: Scope,
  name: string,
  options?: LinkOptions,
): Promise<Page<StoredLink> | undefined> {
  return await linksOf(scope, name, { of: "source", to: "target" }, options);
}

interface Direction {
  readonly of: "source" | "target";
  readonly to: "source" | "target";
}

async function linksOf(
  scope: Scope,
  name: string,
  { of, to }: Direction,
  options: LinkOptions = {},
): Promise<Page<StoredLink> | undefined> {
  const product = await locateProduct(scope, name);
  if (product === undefined) return undefined;
  const { scopes = EVERY_SCOPE } = options;
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  const wanted = scope.db
    .selectFrom("edge")
    .where(of, "=", product.key)
    .$if(scopes !== EVERY_SCOPE, (query) => query.where(sql<number>`scopes & ${scopes}`, "<>", 0));
  let page = wanted.selectAll();
  if (options.cursor !== undefined) page = page.where(to, ">", readCursor(options.cursor, of).key);
  const rows = await page
    .orderBy(to)
    .limit(limit + 1)
    .execute();
  const { total } = await wanted.select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
  const shown = rows.slice(0, limit);
  const refs = await productRefs(
    scope,
    shown.map((edge) => edge[to]),
  );
  const items = shown.flatMap((edge) => {
    const ref = refs.get(edge[to]);
    if (ref === undefined) return [];
    const { weight, links, since } = edge;
    const development = (edge.scopes & SHIPPED) === 0;
    return [{ product: ref, scopes: scopesOf(edge.scopes), weight, links, development, since }];
  });
  const last = shown.at(-1);
  if (rows.length <= limit || last === undefined) return { items, total };
  return { items, total, next: writeCursor({ order: of, value: 0, key: last[to] }) };
}
