/** The snapshots of the last scans, kept so that `freehold explain` needs no file name. */
import { createHash } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Snapshot } from "@freehold/model";
import { defaultCacheFolder } from "@freehold/repository";
import { Failure } from "./failure.ts";
import { readSnapshot, writeFileWhole, writeSnapshot } from "./snapshot-file.ts";

/** A snapshot can be large; who scans more repositories than this in turn names a file. */
const MOST_KEPT = 10;

interface Kept {
  readonly file: string;
  /** What was scanned, absolute. */
  readonly paths: readonly string[];
}

/** Keeps a snapshot of these absolute paths as the last one. A cache that can't be written costs only the convenience. */
export async function keepSnapshot(snapshot: Snapshot, paths: readonly string[]): Promise<void> {
  try {
    await mkdir(folder(), { recursive: true });
    const file = `${createHash("sha256").update(paths.toSorted().join("\0")).digest("hex").slice(0, 32)}.json`;
    await writeSnapshot(join(folder(), file), snapshot);
    const list = [{ file, paths }, ...(await readList()).filter((one) => one.file !== file)];
    await writeFileWhole(join(folder(), LIST), [JSON.stringify(list.slice(0, MOST_KEPT))]);
    await Promise.all(list.slice(MOST_KEPT).map((old) => rm(join(folder(), old.file), { force: true })));
  } catch {
    // A read-only home must not make a scan fail; `explain --snapshot` still works.
  }
}

/**
 * The snapshot of the last scan that has to do with this folder, else of the last one at all, with what was
 * scanned. Throws a `Failure` when there is none.
 */
export async function readKept(
  around: string,
): Promise<{ readonly snapshot: Snapshot; readonly paths: readonly string[] }> {
  const list = await readList();
  const kept = list.find(({ paths }) => paths.some((path) => isWithin(around, path) || isWithin(path, around)));
  const found = kept ?? list[0];
  if (found === undefined)
    throw new Failure(
      "explain/no-scan",
      "there is no scan to explain yet",
      "Run freehold scan first, or name a file with --snapshot.",
    );
  return { snapshot: await readSnapshot(join(folder(), found.file)), paths: found.paths };
}

/** Newest first; what can't be read is as good as nothing. */
async function readList(): Promise<readonly Kept[]> {
  try {
    const list: unknown = JSON.parse(await readFile(join(folder(), LIST), "utf8"));
    return Array.isArray(list) ? (list as readonly Kept[]) : [];
  } catch {
    return [];
  }
}

function isWithin(path: string, above: string): boolean {
  return path === above || path.startsWith(above.endsWith(sep) ? above : above + sep);
}

const LIST = "list.json";

function folder(): string {
  return join(defaultCacheFolder(), "snapshots");
}
