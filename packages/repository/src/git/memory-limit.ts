/**
 * Ends a git process that takes too much memory. git compares two trees in memory before it writes a byte, so
 * trees that contain each other, a few kilobytes on disk, would fill the machine.
 *
 * Seen on Linux only, where `/proc` tells; mapped packs do not count. Elsewhere git is not limited.
 */
import { readFileSync } from "node:fs";
import { totalmem } from "node:os";
import type { GitProcess } from "./run.ts";

const INTERVAL = 200;
/** A log of a million commits is at home in 1 GiB. */
const MAX_BYTES = Math.min(2 * 1024 ** 3, totalmem() / 4);

/** Calls `ended` when it had to. */
export function limitMemory(process: GitProcess, ended: () => void): void {
  const timer = setInterval(() => {
    if (privateBytes(process.pid ?? 0) <= MAX_BYTES) return;
    clearInterval(timer);
    process.kill("SIGKILL");
    ended();
  }, INTERVAL);
  timer.unref();
  void process.ended.then(() => clearInterval(timer));
}

function privateBytes(pid: number): number {
  try {
    const match = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"));
    return Number(match?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
