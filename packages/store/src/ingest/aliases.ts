/** Names that lead to a product. They are only added to: what it was once called still finds it. */
import type { Product } from "@freehold/model";
import { insertRows } from "../engines/insert-rows.ts";
import type { ProductColumns } from "../schema/portfolio.ts";
import type { Scope } from "../scope.ts";

export interface Named {
  readonly key: number;
  readonly product: Pick<Product, "aliases" | "slug" | "name">;
  readonly before: Pick<ProductColumns, "slug" | "name"> | undefined;
}

export async function writeAliases(scope: Scope, named: readonly Named[]): Promise<void> {
  const rows = named.flatMap(({ key, product, before }) => {
    const values = new Set(product.aliases);
    if (before !== undefined && before.slug !== product.slug) values.add(before.slug);
    if (before !== undefined && before.name !== product.name) values.add(before.name);
    return [...values].map((value) => ({ value, product: key }));
  });
  await insertRows(scope, "alias", rows, { conflict: { key: ["org", "value", "product"], update: [] } });
}
