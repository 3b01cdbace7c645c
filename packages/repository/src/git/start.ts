/**
 * Starts a process, and tries again for a while where the system can't for now.
 *
 * A machine that is short of memory or of processes refuses for a moment (`EAGAIN`, `ENOMEM`), and so does Linux
 * where starting one would double a mapping larger than all its memory. Node throws for some of these and reports
 * others by an event; here both are one.
 */
import { spawn as spawnProcess } from "node:child_process";
import type { ChildProcessByStdio, SpawnOptions } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";

export type PipedProcess = ChildProcessByStdio<Writable, Readable, Readable>;
type Spawn = (program: string, args: readonly string[], options: SpawnOptions) => PipedProcess;

export interface StartSettings {
  /** For tests. */
  readonly spawn?: Spawn;
  /** Milliseconds before the first new try; each pause is twice the one before. */
  readonly firstPause?: number;
}

/** With the pauses below, six seconds in all. */
const TRIES = 7;
const FIRST_PAUSE = 100;
const PASSING = new Set(["EAGAIN", "ENOMEM", "EMFILE", "ENFILE"]);

/** The process, or why there is none. Never rejects. */
export async function startPiped(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
  { spawn = spawnProcess as Spawn, firstPause = FIRST_PAUSE }: StartSettings = {},
): Promise<PipedProcess | Error> {
  for (let attempt = 1; ; attempt++) {
    const started = await tryStart(() => spawn(program, args, { ...options, stdio: ["pipe", "pipe", "pipe"] }));
    if (!(started instanceof Error) || !PASSING.has(codeOf(started)) || attempt === TRIES) return started;
    await pause(firstPause * 2 ** (attempt - 1));
  }
}

async function tryStart(start: () => PipedProcess): Promise<PipedProcess | Error> {
  try {
    const child = start();
    if (child.pid !== undefined) return child;
    const [error] = (await once(child, "error")) as [unknown];
    return asError(error);
  } catch (error) {
    return asError(error);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}
