/** Products as others point at them. */
import type { ProductRef } from "@freehold/model";
import { portions } from "../ingest/chunks.ts";
import type { Scope } from "../scope.ts";

/** By key; a key without a product has no entry. */
export async function productRefs({ db }: Scope, keys: Iterable<number>): Promise<Map<number, ProductRef>> {
  const refs = new Map<number, ProductRef>();
  for (const some of portions(new Set(keys))) {
    const rows = await db
      .selectFrom("product")
      .select(["key", "id", "slug", "name", "kind"])
      .where("key", "in", some)
      .execute();
    // The kind was validated when it came in; its column is a plain string.
    for (const { key, ...ref } of rows) refs.set(key, ref as ProductRef);
  }
  return refs;
}
