/**
 * Ends a git process that takes too much memory. git compares two trees in memory before it writes a byte, so
 * trees that contain each other, a few kilobytes on disk, would fill the machine: what it takes without writing
 * anything is limited more.
 *
 * Seen on Linux only, where `/proc` tells; mapped packs do not count. Elsewhere git is not limited.
 */
import { readFileSync } from "node:fs";
import { totalmem } from "node:os";
import type { GitProcess } from "./run.ts";

const INTERVAL = 200;
/** A log of a million commits is at home in 1 GiB. */
const MAX_BYTES = Math.min(2 * 1024 ** 3, totalmem() / 4);
/** A commit that changes a million files is at home in it. */
const MAX_SILENT_BYTES = Math.min(512 * 1024 ** 2, MAX_BYTES);

export interface MemoryLimit {
  /** To be told of whenever it wrote something. */
  wrote(): void;
}

/** Calls `ended` when it had to. `writesAtOnce`: git begins to write before it knows all that it will write about. */
export function limitMemory(process: GitProcess, writesAtOnce: boolean, ended: () => void): MemoryLimit {
  const silent = writesAtOnce ? MAX_SILENT_BYTES : MAX_BYTES;
  let wrote = true;
  let before = 0;
  const timer = setInterval(() => {
    const bytes = privateBytes(process.pid ?? 0);
    if (wrote) before = bytes;
    wrote = false;
    if (bytes <= MAX_BYTES && bytes - before <= silent) return;
    clearInterval(timer);
    process.kill("SIGKILL");
    ended();
  }, INTERVAL);
  timer.unref();
  void process.ended.then(() => clearInterval(timer));
  return { wrote: () => void (wrote = true) };
}

function privateBytes(pid: number): number {
  try {
    const match = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"));
    return Number(match?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
