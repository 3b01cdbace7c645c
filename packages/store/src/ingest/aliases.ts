/** Names that lead to a product. They are only added to: what it was once called still finds it. */
import type { Product } from "@freehold/model";
import { insertRows } from "../engines/insert-rows.ts";
import type { ProductColumns } from "../schema/portfolio.ts";
import type { Scope } from "../scope.ts";

type Names = Pick<ProductColumns, "slug" | "name">;

export interface Named {
  readonly key: number;
  readonly product: Pick<Product, "aliases" | "slug" | "name">;
  readonly before: Names | undefined;
  readonly after: Names & Pick<ProductColumns, "listed">;
}

export async function writeAliases(scope: Scope, named: readonly Named[]): Promise<void> {
  const rows = named.flatMap(({ key, ...names }) => [...namesOf(names)].map((value) => ({ value, product: key })));
  await insertRows(scope, "alias", rows, { conflict: { key: ["org", "value", "product"], update: [] } });
}

/** The slug of a listed product is found in its row; everything else that it is or was called is an alias. */
function namesOf({ product, before, after }: Omit<Named, "key">): Set<string> {
  const names = new Set([...product.aliases, product.slug, product.name, after.slug, after.name]);
  if (before !== undefined) names.add(before.slug).add(before.name);
  names.delete("");
  if (after.listed === 1) names.delete(after.slug);
  return names;
}
