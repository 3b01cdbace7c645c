/** Reads many small files once by content: what a blob says is kept in the cache under its reader's name. */
import type { Cache, FileTree, TreeFile } from "@freehold/repository";

export interface Reading {
  readonly file: TreeFile;
  /** Name and version of the reader, for the cache. */
  readonly extractor: string;
  /** Never throws for a readable text; `undefined` is kept as "says nothing". */
  readonly read: (text: string) => unknown;
}

/** No document or manifest that people write comes near it. */
const MAX_BYTES = 2 << 20;

/** What each file says, by path; files that are missing, binary, or too large are left out. */
export async function readContents(
  tree: FileTree,
  readings: readonly Reading[],
  cache: Cache,
): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const [extractor, wanted] of Map.groupBy(readings, (reading) => reading.extractor)) {
    const values = await valuesOf(tree, extractor, wanted, cache);
    for (const { file } of wanted) {
      const value = values.get(file.blob);
      if (value !== undefined && value !== null) found.set(file.path, value);
    }
  }
  return found;
}

async function valuesOf(tree: FileTree, extractor: string, wanted: readonly Reading[], cache: Cache) {
  const byBlob = new Map(wanted.map((reading) => [reading.file.blob, reading]));
  const values = new Map(await cache.getMany(extractor, [...byBlob.keys()]));
  const missing = [...byBlob.values()].filter(({ file }) => !values.has(file.blob));
  const fresh = new Map<string, unknown>();
  const files = missing.map(({ file }) => file);
  for await (const { file, bytes } of tree.read(files, { maxBytes: MAX_BYTES })) {
    const text = bytes === undefined ? undefined : textOf(bytes);
    if (text === undefined) continue;
    const value = safely(byBlob.get(file.blob), text);
    values.set(file.blob, value);
    fresh.set(file.blob, value ?? null);
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
function safely(reading: Reading | undefined, text: string): unknown {
  try {
    return reading?.read(text);
  } catch {
    return undefined;
  }
}
