/** Reach is counted in its own time: ingest only notes from where it may differ. See `queries/refresh-reach.ts`. */
import { insertRows } from "../engines/insert-rows.ts";
import type { Revision } from "../revisions.ts";

export async function queueReach(revision: Revision, products: Iterable<number>): Promise<void> {
  const rows = [...products].map((product) => ({ product }));
  await insertRows(revision, "reach_queue", rows, { conflict: { key: ["org", "product"], update: [] } });
}
