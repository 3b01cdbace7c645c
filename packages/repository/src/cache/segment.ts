/**
 * A segment is a file of records that one process appends to and everyone reads. What lies behind a torn
 * record (the writer was killed) is not believed: those entries are forgotten, which a cache may do.
 */
import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { decodeHeader, decodeValue } from "./record.ts";

export interface Place {
  readonly file: string;
  readonly at: number;
  readonly length: number;
  readonly checksum: number;
}

const CHUNK = 1024 * 1024;
/** Values this near to each other are read in one go. */
const GAP = 64 * 1024;
const MAX_RUN = 4 * 1024 * 1024;

/** Calls `found` for each record. Values are passed over, so memory stays small. */
export async function scanSegment(file: string, found: (key: string, place: Place) => void): Promise<void> {
  await withFile(file, async (handle) => {
    const { size } = await handle.stat();
    let buffer: Buffer = Buffer.alloc(0);
    let start = 0;
    for (let at = 0; at < size;) {
      const header = decodeHeader(buffer, at - start);
      if (header === undefined) return;
      if (header === "short") {
        if (start + buffer.length >= size && at >= start && at <= start + buffer.length && buffer.length > 0) return;
        buffer = await readAt(handle, at, Math.min(CHUNK, size - at));
        start = at;
        if (buffer.length === 0) return;
        continue;
      }
      const end = at + header.valueStart + header.valueLength;
      if (end > size) return;
      const { valueLength: length, valueChecksum: checksum } = header;
      found(header.key, { file, at: at + header.valueStart, length, checksum });
      at = end;
    }
  });
}

/** Calls `found` for each value that is there and whole. `wanted` are places in this one file. */
export async function readValues(
  file: string,
  wanted: readonly (readonly [string, Place])[],
  found: (key: string, value: unknown) => void,
): Promise<void> {
  const ordered = wanted.toSorted((left, right) => left[1].at - right[1].at);
  await withFile(file, async (handle) => {
    for (const run of runsOf(ordered)) {
      const [first, last] = [run[0]?.[1], run.at(-1)?.[1]];
      if (first === undefined || last === undefined) continue;
      const bytes = await readAt(handle, first.at, last.at + last.length - first.at);
      for (const [key, place] of run) {
        const from = place.at - first.at;
        const value = decodeValue(bytes.subarray(from, from + place.length), place.checksum);
        if (value !== undefined) found(key, value.value);
      }
    }
  });
}

function runsOf(ordered: readonly (readonly [string, Place])[]): (readonly [string, Place])[][] {
  const runs: (readonly [string, Place])[][] = [];
  let [start, end] = [0, -1];
  for (const each of ordered) {
    const place = each[1];
    const last = runs.at(-1);
    if (last === undefined || place.at - end > GAP || place.at + place.length - start > MAX_RUN) {
      runs.push([each]);
      start = place.at;
    } else {
      last.push(each);
    }
    end = place.at + place.length;
  }
  return runs;
}

/** A file that is gone has no entries: another process may have dropped it. */
async function withFile(file: string, use: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(file, "r").catch(() => undefined);
  if (handle === undefined) return;
  try {
    await use(handle);
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
