/** One product by any of its names. */
import type { Product } from "@freehold/model";
import { sql } from "kysely";
import { readDocument } from "../documents.ts";
import type { ProductColumns } from "../schema/portfolio.ts";
import type { Scope } from "../scope.ts";
import { LISTED, type ListRow, presentRows, ROW_COLUMNS, type StoredProduct } from "./product-row.ts";

export interface FoundProduct {
  readonly row: StoredProduct;
  /** All that the newest snapshot says of it, evidence included; corrections are in the row. */
  readonly product: Product;
  /** How it was found: a slug or alias may lead to a product with another slug. */
  readonly by: "id" | "slug" | "alias";
}

/**
 * The product with this id, else this slug, else this alias; a merged product's id leads to the product
 * that it was merged into. Undefined where nothing is called so. Four look-ups by key at most.
 */
export async function findProduct(scope: Scope, name: string): Promise<FoundProduct | undefined> {
  // Nearly every name is an id that still holds: then the row is all that is looked up.
  const asked = await rowOf(scope, "id", name);
  if (asked !== undefined && asked.merged_into === null) return await presented(scope, asked, "id");
  const found = await locateProduct(scope, name);
  if (found === undefined) return undefined;
  const row = await rowOf(scope, "key", found.key);
  return row === undefined ? undefined : await presented(scope, row, found.by);
}

async function rowOf({ db }: Scope, column: "id" | "key", value: string | number) {
  return await db
    .selectFrom("product")
    .select([...ROW_COLUMNS, "merged_into", "doc"])
    .where(column, "=", value)
    .executeTakeFirst();
}

async function presented(
  scope: Scope,
  row: ListRow & Pick<ProductColumns, "doc">,
  by: FoundProduct["by"],
): Promise<FoundProduct | undefined> {
  const [shown] = await presentRows(scope, [row]);
  return shown === undefined ? undefined : { row: shown, product: await readDocument<Product>(scope, row.doc), by };
}

interface Located {
  readonly key: number;
  readonly by: FoundProduct["by"];
}

/** The key of a product by any of its names. */
export async function locateProduct(scope: Scope, name: string): Promise<Located | undefined> {
  const { db } = scope;
  const byId = await db.selectFrom("product").select(["key", "merged_into"]).where("id", "=", name).executeTakeFirst();
  if (byId !== undefined) return { key: await afterMerges(scope, byId), by: "id" };
  const bySlug = await db
    .selectFrom("product")
    .select("key")
    .where("listed", "=", LISTED)
    .where("slug", "=", name)
    .executeTakeFirst();
  if (bySlug !== undefined) return { key: bySlug.key, by: "slug" };
  const byAlias = await db
    .selectFrom("alias")
    .innerJoin("product", "product.key", "alias.product")
    .select(["product.key", "product.merged_into"])
    .where("alias.value", "=", name)
    .where((expression) =>
      expression.or([expression("product.listed", "=", 1), expression("product.gone", "=", "merged")]),
    )
    .orderBy(sql`product.listed desc`)
    .orderBy("product.key")
    .executeTakeFirst();
  return byAlias === undefined ? undefined : { key: await afterMerges(scope, byAlias), by: "alias" };
}

/** Follows merges to the product that is left; a chain of them is as long as people made it. */
async function afterMerges({ db }: Scope, start: { key: number; merged_into: number | null }): Promise<number> {
  const seen = new Set<number>();
  let at = start;
  while (at.merged_into !== null && !seen.has(at.key)) {
    seen.add(at.key);
    const next = await db
      .selectFrom("product")
      .select(["key", "merged_into"])
      .where("key", "=", at.merged_into)
      .executeTakeFirst();
    if (next === undefined) break;
    at = next;
  }
  return at.key;
}
