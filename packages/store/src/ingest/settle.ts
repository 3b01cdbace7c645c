/** An ingest with what follows it outside its transaction: reach, and tidying up after a large one. */
import type { Engine } from "../engines/engine.ts";
import { refreshReach } from "../queries/graph/refresh-reach.ts";
import type { Author } from "../revisions.ts";
import type { ReadOptions } from "./read-in-thread.ts";
import { ingestSnapshot, type IngestResult } from "./ingest.ts";

/** Changed products from which on tidying up costs less than it saves. */
const LARGE = 1000;

export async function ingestAndSettle(
  engine: Engine,
  org: number,
  author: Author,
  chunks: AsyncIterable<Uint8Array>,
  now?: () => number,
  options?: ReadOptions,
): Promise<IngestResult> {
  const result = await ingestSnapshot(engine, org, author, chunks, now, options);
  await refreshReach(engine, org);
  if (result.changed.products >= LARGE) await engine.settle(result.changed.products);
  return result;
}
