/**
 * Histories on disk, one file for a head commit. A file is written beside and renamed, so that a reader sees
 * a whole one or none; a damaged one is no history, and is read again from git.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeHistory, encodeHistory, HISTORY_FORMAT } from "./codec.ts";
import type { HistoryTable } from "./table.ts";

export interface HistoryStore {
  /** Heads whose history is there, the newest file first. */
  heads(): Promise<readonly string[]>;
  load(head: string): Promise<HistoryTable | undefined>;
  /** Keeps this one and forgets the oldest beyond the few that are kept. Trouble with the disk is no trouble. */
  save(head: string, table: HistoryTable): Promise<void>;
}

const SUFFIX = ".history";
/** Branches that are scanned in turn each keep theirs. */
const KEPT = 4;

/** `key` is everything but the head that the history depends on. */
export function openHistoryStore(folder: string, key: readonly string[]): HistoryStore {
  const name = createHash("sha256")
    .update(JSON.stringify([HISTORY_FORMAT, ...key]))
    .digest("hex")
    .slice(0, 32);
  const own = join(folder, "history", name);
  const fileOf = (head: string): string => join(own, head + SUFFIX);
  const heads = async (): Promise<string[]> => await newestFirst(own);
  return {
    heads,
    async load(head) {
      try {
        return decodeHistory(await readFile(fileOf(head)));
      } catch {
        return undefined;
      }
    },
    async save(head, table) {
      try {
        await mkdir(own, { recursive: true });
        await writeBeside(fileOf(head), encodeHistory(table));
        for (const old of (await heads()).slice(KEPT)) await rm(fileOf(old), { force: true });
      } catch {
        // A history that is not kept is read again: slower, and as right.
      }
    },
  };
}

async function writeBeside(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`;
  const file = await open(beside, "wx");
  try {
    await file.writeFile(bytes);
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

async function newestFirst(folder: string): Promise<string[]> {
  const found: { head: string; time: number }[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const info = await stat(join(folder, name)).catch(() => undefined);
    if (info === undefined) continue;
    if (name.endsWith(SUFFIX)) found.push({ head: name.slice(0, -SUFFIX.length), time: info.mtimeMs });
    else if (Date.now() - info.mtimeMs > ABANDONED) await rm(join(folder, name), { force: true });
  }
  return found.toSorted((left, right) => right.time - left.time).map((each) => each.head);
}

/** A file beside that is this old, in milliseconds, was left by a process that was killed. */
const ABANDONED = 60 * 60 * 1000;
