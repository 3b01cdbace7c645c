/**
 * A batch on its way from the thread that reads: items as JSON, which is written and read in half the time that
 * cloning objects takes, and all blobs as one, which is handed over without a copy.
 */
import type { SnapshotBatch } from "./read-snapshot.ts";

export interface SentBatch {
  /** All but the blobs, as JSON. */
  readonly text: string;
  readonly blobs: Uint8Array<ArrayBuffer>;
  /** Where each blob ends. */
  readonly ends: readonly number[];
}

const NONE: readonly Uint8Array[] = [];

export function sendable(batch: SnapshotBatch): SentBatch {
  const { blobs = NONE, ...rest } = "blobs" in batch ? batch : { ...batch, blobs: NONE };
  const ends: number[] = [];
  let length = 0;
  for (const blob of blobs) ends.push((length += blob.length));
  const together = new Uint8Array(length);
  for (const [at, blob] of blobs.entries()) together.set(blob, (ends[at] ?? 0) - blob.length);
  return { text: JSON.stringify(rest), blobs: together, ends };
}

export function received({ text, blobs, ends }: SentBatch): SnapshotBatch {
  const rest = JSON.parse(text) as SnapshotBatch;
  if (rest.section === "head") return rest;
  return { ...rest, blobs: ends.map((end, at) => blobs.subarray(ends[at - 1] ?? 0, end)) };
}
