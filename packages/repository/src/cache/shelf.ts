/** The entries of one extractor: a folder of segments, and where in them each key is. */
import { randomUUID } from "node:crypto";
import { appendFile, mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { encodeRecord, encodeValue } from "./record.ts";
import { readValues, scanSegment } from "./segment.ts";
import type { Place } from "./segment.ts";

export interface Shelf {
  get(keys: readonly string[]): Promise<Map<string, unknown>>;
  /** Gives the bytes written; 0 when the disk refused, which is no trouble for a cache. */
  put(entries: ReadonlyMap<string, unknown>): Promise<number>;
}

export const SEGMENT = ".segment";
/** More small segments than this are made one: every scan of a little change leaves one. */
const MANY = 16;
const SMALL = 1024 * 1024;
const WRITE = 4 * 1024 * 1024;
/**
 * Milliseconds. The kernel stamps files by a coarser clock than `Date` reads: of two files written right after one
 * another the later can look as old as the other or older, and would be dropped first.
 */
const STAMP_LAG = 1000;

export function openShelf(folder: string, segmentBytes: number): Shelf {
  let index: Promise<Map<string, Place>> | undefined;
  const places = async (): Promise<Map<string, Place>> => await (index ??= load(folder));
  let own = { file: "", size: 0 };
  let writing: Promise<unknown> = Promise.resolve();

  async function append(records: readonly { readonly key: string; readonly bytes: Buffer; readonly length: number }[]) {
    const known = await places();
    if (own.file === "" || own.size > segmentBytes) own = { file: join(folder, randomUUID() + SEGMENT), size: 0 };
    try {
      await mkdir(folder, { recursive: true });
      await appendFile(own.file, Buffer.concat(records.map((record) => record.bytes)));
    } catch {
      // Part of it may be written; what follows in that file would lie behind a torn record.
      own = { file: "", size: 0 };
      return 0;
    }
    let at = own.size;
    for (const { key, bytes, length } of records) {
      const checksum = bytes.readUInt32LE(4);
      known.set(key, { file: own.file, at: at + bytes.length - length, length, checksum });
      at += bytes.length;
    }
    const written = at - own.size;
    own = { file: own.file, size: at };
    return written;
  }

  async function putAll(entries: ReadonlyMap<string, unknown>): Promise<number> {
    let written = 0;
    let batch: { key: string; bytes: Buffer; length: number }[] = [];
    let size = 0;
    for (const [key, value] of entries) {
      const text = encodeValue(value);
      const bytes = encodeRecord(key, text);
      batch.push({ key, bytes, length: text.length });
      size += bytes.length;
      if (size < WRITE) continue;
      written += await append(batch);
      batch = [];
      size = 0;
    }
    return batch.length === 0 ? written : written + (await append(batch));
  }

  return {
    async get(keys) {
      const known = await places();
      const values = new Map<string, unknown>();
      const wanted = keys.flatMap((key) => {
        const place = known.get(key);
        return place === undefined ? [] : [[key, place] as const];
      });
      for (const [file, some] of Map.groupBy(wanted, ([, place]) => place.file)) {
        await readValues(file, some, (key, value) => values.set(key, value));
      }
      return values;
    },
    async put(entries) {
      const result = writing.then(async () => await putAll(entries));
      writing = result;
      return await result;
    },
  };
}

async function load(folder: string): Promise<Map<string, Place>> {
  const index = new Map<string, Place>();
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(SEGMENT)).map((name) => join(folder, name));
  for (const file of files) {
    await scanSegment(file, (key, place) => index.set(key, place));
    // Used now: what is dropped first is what nobody used for longest.
    await markUsed(file);
  }
  return files.length > MANY ? await merge(folder, files, index) : index;
}

/** Earlier than whatever is written from now on, and later than what nobody used. */
async function markUsed(file: string): Promise<void> {
  const justNow = new Date(Date.now() - STAMP_LAG);
  await utimes(file, justNow, justNow).catch(() => {});
}

/** Writes small segments into one, beside and renamed, and removes them. Done twice at once it is done twice. */
async function merge(folder: string, files: readonly string[], index: Map<string, Place>): Promise<Map<string, Place>> {
  const small = new Set<string>();
  for (const file of files) {
    const info = await stat(file).catch(() => undefined);
    if (info !== undefined && info.size < SMALL) small.add(file);
  }
  if (small.size <= MANY) return index;
  const moved = Array.from(index).filter(([, place]) => small.has(place.file));
  const records: Buffer[] = [];
  for (const [file, some] of Map.groupBy(moved, ([, place]) => place.file)) {
    await readValues(file, some, (key, value) => records.push(encodeRecord(key, encodeValue(value))));
  }
  const merged = join(folder, randomUUID() + SEGMENT);
  try {
    await appendFile(`${merged}.tmp`, Buffer.concat(records));
    await markUsed(`${merged}.tmp`);
    await rename(`${merged}.tmp`, merged);
  } catch {
    return index;
  }
  for (const [key] of moved) index.delete(key);
  await scanSegment(merged, (key, place) => index.set(key, place));
  for (const file of small) await rm(file, { force: true });
  return index;
}
