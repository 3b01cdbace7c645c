/** Moves units after a merge or split was made or taken back: all that a snapshot gave to the product. */
import { updateRows } from "../engines/update-rows.ts";
import type { Assigned } from "../ingest/assign.ts";
import type { Session } from "../ingest/session.ts";
import { loadRedirects } from "./redirects.ts";

/** Units observed in the product itself, and those that now sit in it by an earlier merge. */
export async function reassignUnits({ revision }: Session, product: number): Promise<Assigned> {
  const rows = await revision.db
    .selectFrom("unit")
    .select(["key", "id", "observed", "product"])
    .where((or) => or.or([or("observed", "=", product), or("product", "=", product)]))
    .execute();
  const observed = new Set(rows.flatMap((row) => (row.observed === null ? [] : [row.observed])));
  const redirects = await loadRedirects(revision, observed);
  const assigned: Assigned = { products: new Set(), moved: new Set() };
  const updates = rows.flatMap((row) => {
    const target = row.observed === null ? null : redirects.target(row.id, row.observed);
    if (target === row.product) return [];
    assigned.moved.add(row.key);
    for (const key of [row.product, target]) if (key !== null) assigned.products.add(key);
    return [{ key: row.key, values: [target] }];
  });
  await updateRows(revision, "unit", ["product"], updates);
  return assigned;
}
