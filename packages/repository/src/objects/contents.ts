/** Streams the contents of files from git objects, in the order asked for. */
import type { FileContent, TreeFile } from "../tree.ts";
import type { ObjectPool } from "./pool.ts";

export const DEFAULT_MAX_BYTES = 4 * 1024 * 1024;

/** Questions that may be open at once: enough to keep git busy, few enough to fit its input pipe (64 KiB). */
const WINDOW = 256;

/**
 * Sizes are known from the tree, so what is missing or larger than the limit is never asked for.
 * The same blob asked for twice is read twice: the caller knows which paths share contents.
 */
export async function* readObjects(
  pool: ObjectPool,
  files: readonly TreeFile[],
  maxBytes = DEFAULT_MAX_BYTES,
): AsyncGenerator<FileContent> {
  const process = await pool.take();
  try {
    let asked = 0;
    for (const [index, file] of files.entries()) {
      if (index >= asked) {
        const batch = files.slice(asked, asked + WINDOW);
        asked += batch.length;
        const names = batch.filter((each) => absenceOf(each, maxBytes) === undefined).map((each) => each.blob);
        if (names.length > 0) process.ask(names);
      }
      const absence = absenceOf(file, maxBytes);
      if (absence !== undefined) yield { file, bytes: undefined, absence };
      else yield contentOf(file, (await process.next())?.bytes);
    }
  } finally {
    pool.give(process);
  }
}

function contentOf(file: TreeFile, bytes: Uint8Array | undefined): FileContent {
  return bytes === undefined ? { file, bytes, absence: "missing" } : { file, bytes };
}

function absenceOf(file: TreeFile, maxBytes: number): FileContent["absence"] {
  if (file.size === undefined || file.mode === "submodule") return "missing";
  return file.size > maxBytes ? "too-large" : undefined;
}
