/**
 * The cache on disk: for each extractor a folder of append-only segments (`shelf.ts`), and one bound on all.
 *
 * There are no locks. Each process appends to segments of its own; readers believe only what has the right
 * checksum; what is too much is dropped by whole segments, those unused for longest first. So two scans at
 * once, or one that is killed, can lose entries and never make a wrong one.
 */
import { createHash } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { Cache } from "../cache.ts";
import { openShelf, SEGMENT } from "./shelf.ts";
import type { Shelf } from "./shelf.ts";

export interface CacheOptions {
  /** Default: 1 GiB. */
  readonly maxBytes?: number;
}

const DEFAULT_MAX_BYTES = 1024 ** 3;
const MAX_SEGMENT = 64 * 1024 * 1024;
/** A file beside that is this old, in milliseconds, was left by a process that was killed. */
const ABANDONED = 60 * 60 * 1000;

/** `$XDG_CACHE_HOME/freehold`, else `~/.cache/freehold`. */
export function defaultCacheFolder(): string {
  const base = process.env["XDG_CACHE_HOME"] ?? "";
  return join(isAbsolute(base) ? base : join(homedir(), ".cache"), "freehold");
}

/** Opens a cache in a folder, which is made when something is put into it. Nothing needs to be closed. */
export function openCache(folder = defaultCacheFolder(), options: CacheOptions = {}): Cache {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const segmentBytes = Math.min(MAX_SEGMENT, maxBytes / 8);
  const root = join(folder, "extracts");
  const shelves = new Map<string, Shelf>();
  // The first write looks how much other scans left.
  let sinceCheck = maxBytes;

  function shelfOf(extractor: string): Shelf {
    const known = shelves.get(extractor);
    if (known !== undefined) return known;
    const shelf = openShelf(join(root, folderName(extractor)), segmentBytes);
    shelves.set(extractor, shelf);
    return shelf;
  }

  return {
    getMany: async (extractor, blobs) => await shelfOf(extractor).get(blobs),
    async putMany(extractor, entries) {
      if (entries.size === 0) return;
      sinceCheck += await shelfOf(extractor).put(entries);
      if (sinceCheck < segmentBytes) return;
      sinceCheck = 0;
      await dropOldest(root, maxBytes);
    },
  };
}

/** Readable, and different for different names whatever characters they have. */
function folderName(extractor: string): string {
  const hash = createHash("sha256").update(extractor).digest("hex").slice(0, 12);
  return `${extractor.replace(/[^A-Za-z0-9@-]+/g, "-").slice(0, 60)}-${hash}`;
}

async function dropOldest(root: string, maxBytes: number): Promise<void> {
  const segments: { file: string; size: number; used: number }[] = [];
  for (const name of await readdir(root, { recursive: true }).catch(() => [])) {
    const file = join(root, name);
    const info = await stat(file).catch(() => undefined);
    if (info === undefined || !info.isFile()) continue;
    if (name.endsWith(SEGMENT)) segments.push({ file, size: info.size, used: info.mtimeMs });
    else if (Date.now() - info.mtimeMs > ABANDONED) await rm(file, { force: true });
  }
  let total = segments.reduce((sum, segment) => sum + segment.size, 0);
  for (const { file, size } of segments.toSorted((left, right) => left.used - right.used)) {
    if (total <= maxBytes) return;
    await rm(file, { force: true });
    total -= size;
  }
}
