/** The charter of a product as it was written when it was last scanned. */
import type { ProductFacts } from "@freehold/model";
import { unpack } from "../packed.ts";
import type { Scope } from "../scope.ts";
import { locateProduct } from "./find-product.ts";

export interface StoredCharter {
  /** In its repository. */
  readonly path: string;
  /** Undefined where the snapshot did not bring it. */
  readonly text: string | undefined;
}

/** Undefined where there is no such product, or it has no charter. */
export async function charterOf(scope: Scope, product: string): Promise<StoredCharter | undefined> {
  const located = await locateProduct(scope, product);
  if (located === undefined) return undefined;
  const { db } = scope;
  const row = await db.selectFrom("product").select("charter").where("key", "=", located.key).executeTakeFirst();
  if (row === undefined || row.charter === null) return undefined;
  const facts = await db.selectFrom("product_fact").select("doc").where("product", "=", located.key).executeTakeFirst();
  return {
    path: row.charter,
    text: facts === undefined ? undefined : (unpack(facts.doc) as Partial<ProductFacts>).charterText,
  };
}
