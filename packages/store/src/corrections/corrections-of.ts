/** Corrections that hold, by product, oldest first: a later one wins over an earlier. */
import { portions } from "../ingest/chunks.ts";
import type { Scope } from "../scope.ts";
import type { Payload, StoredCorrection } from "./correction.ts";

export async function correctionsOf(
  { db }: Scope,
  products: Iterable<number>,
): Promise<Map<number, StoredCorrection[]>> {
  const found = new Map<number, StoredCorrection[]>();
  for (const some of portions(products)) {
    const rows = await db
      .selectFrom("correction")
      .select(["key", "product", "payload"])
      .where("product", "in", some)
      .where("undone", "is", null)
      .orderBy("key")
      .execute();
    for (const { key, product, payload } of rows) {
      const stored = { key, product, payload: JSON.parse(payload) as Payload };
      const before = found.get(product);
      if (before === undefined) found.set(product, [stored]);
      else before.push(stored);
    }
  }
  return found;
}
