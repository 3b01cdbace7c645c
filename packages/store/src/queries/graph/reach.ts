/** Everything that relies on a product, directly or through others, nearest first. */
import type { ProductRef } from "@freehold/model";
import type { Scope } from "../../scope.ts";
import { locateProduct } from "../find-product.ts";
import { MOST_ITEMS } from "../list-products.ts";
import { productRefs } from "../product-refs.ts";
import { walk } from "./walk.ts";

export interface Reached {
  readonly items: readonly { readonly product: ProductRef; readonly distance: number }[];
  /** How many there are in all; kept by `refreshReach`. */
  readonly total: number;
  /** There are more than are shown. */
  readonly more: boolean;
}

/** The nearest `limit` of them; undefined where there is no such product. */
export async function reachOf(scope: Scope, name: string, limit: number = 200): Promise<Reached | undefined> {
  const located = await locateProduct(scope, name);
  if (located === undefined) return undefined;
  const most = Math.min(Math.max(1, limit), MOST_ITEMS);
  const { found, cut } = await walk(scope, [located.key], { direction: "up", most });
  const refs = await productRefs(scope, found.keys());
  const items = [...found].flatMap(([key, distance]) => {
    const product = refs.get(key);
    return product === undefined ? [] : [{ product, distance }];
  });
  if (!cut) return { items, total: items.length, more: false };
  const { reach } = await scope.db
    .selectFrom("product")
    .select("reach")
    .where("key", "=", located.key)
    .executeTakeFirstOrThrow();
  return { items, total: Math.max(reach, items.length + 1), more: true };
}
