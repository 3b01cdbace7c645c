/**
 * Object contents from long-lived `git cat-file --batch` processes, so that reading costs no process a file.
 *
 * A process serves one reader at a time and is kept for the next one; readers at the same time have one each.
 */
import { createObjectProcess } from "./process.ts";
import type { ObjectProcess } from "./process.ts";
import type { Git } from "../git/run.ts";

export interface ObjectPool {
  take(): Promise<ObjectProcess>;
  /** Gives a process back; one with unread output cannot be used again and ends. */
  give(process: ObjectProcess): void;
  close(): Promise<void>;
}

export function createObjectPool(git: Git): ObjectPool {
  const idle: ObjectProcess[] = [];
  const all = new Set<ObjectProcess>();
  return {
    async take() {
      const waiting = idle.pop();
      if (waiting !== undefined) return waiting;
      const started = await createObjectProcess(git);
      all.add(started);
      return started;
    },
    give(process) {
      if (process.reusable()) {
        idle.push(process);
        return;
      }
      all.delete(process);
      void process.end();
    },
    async close() {
      await Promise.all(Array.from(all, async (process) => await process.end()));
      all.clear();
      idle.length = 0;
    },
  };
}
