/**
 * Reads many small files, each content once for good: what a blob says is kept in the cache under the name and
 * version of its reader, so that only contents that no run has seen yet are asked of git.
 */
import type { Cache } from "./cache.ts";
import type { FileTree, TreeFile } from "./tree.ts";

export interface Reading {
  readonly file: TreeFile;
  /** Name and version of the reader, for the cache. */
  readonly extractor: string;
  /** What the answer depends on besides the content, such as the path; absent: on nothing. */
  readonly dialect?: string;
  /** Gives plain JSON. `undefined`, or an exception, is kept as "says nothing". */
  readonly read: (text: string) => unknown;
}

/** No document or manifest that people write comes near it. */
const MAX_BYTES = 2 << 20;

/** What each file says, by path; files that are missing, binary, too large, or say nothing are left out. */
export async function readContents(
  tree: FileTree,
  readings: readonly Reading[],
  cache: Cache,
): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const [extractor, wanted] of Map.groupBy(readings, (reading) => reading.extractor)) {
    const values = await valuesOf(tree, extractor, wanted, cache);
    for (const reading of wanted) {
      const value = values.get(keyOf(reading));
      if (value !== undefined && value !== null) found.set(reading.file.path, value);
    }
  }
  return found;
}

function keyOf({ file, dialect }: Reading): string {
  return dialect === undefined ? file.blob : `${file.blob} ${dialect}`;
}

async function valuesOf(tree: FileTree, extractor: string, wanted: readonly Reading[], cache: Cache) {
  const byKey = new Map(wanted.map((reading) => [keyOf(reading), reading]));
  const values = new Map(await cache.getMany(extractor, [...byKey.keys()]));
  const missing = [...byKey].filter(([key]) => !values.has(key));
  const byBlob = Map.groupBy(missing, ([, { file }]) => file.blob);
  const files = [...byBlob.values()].flatMap((same) => same.slice(0, 1).map(([, { file }]) => file));
  const fresh = new Map<string, unknown>();
  for await (const { file, bytes } of tree.read(files, { maxBytes: MAX_BYTES })) {
    // Too large or not in this clone: the next clone may have it, and git is not asked for it.
    if (bytes === undefined) continue;
    const text = textOf(bytes);
    for (const [key, reading] of byBlob.get(file.blob) ?? []) {
      const value = text === undefined ? null : (safely(reading, text) ?? null);
      values.set(key, value);
      fresh.set(key, value);
    }
  }
  if (fresh.size > 0) await cache.putMany(extractor, fresh);
  return values;
}

const UTF8 = new TextDecoder();

/** Text by its byte order mark, else UTF-8; undefined for what is no text. Some editors write UTF-16. */
function textOf(bytes: Uint8Array): string | undefined {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder("utf-16le").decode(bytes);
  if (mark === 0xfeff) return new TextDecoder("utf-16be").decode(bytes);
  return bytes.includes(0) ? undefined : UTF8.decode(bytes);
}

/** Parsers are other people's code: a text that makes one throw says nothing. */
function safely(reading: Reading, text: string): unknown {
  try {
    return reading.read(text);
  } catch {
    return undefined;
  }
}
