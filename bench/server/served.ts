/**
 * `freehold serve` in a process of its own, as anybody would start it, on an empty database: the bundle where it is as
 * new as the sources (`npm run build -w @freehold/cli`), else the sources.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface Served extends AsyncDisposable {
  readonly address: string;
  /** Milliseconds from the start of the process to the first answer. */
  readonly started: number;
  /** Megabytes that the process had at most; undefined where the system does not say. */
  memory(): number | undefined;
  /** Seconds of processor time so far. */
  processor(): number | undefined;
}

const MAIN = fileURLToPath(new URL("../../packages/cli/bin/freehold.js", import.meta.url));
/** Of the clock that `/proc` counts in, everywhere that Linux runs today. */
const TICKS_PER_SECOND = 100;

export async function served(database: string): Promise<Served> {
  const begun = performance.now();
  const child = spawn(process.execPath, [MAIN, "serve", "--port", "0", "--db", database], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await addressOf(child);
  await (await fetch(`${address}/api/v1/organisations`)).text();
  const started = performance.now() - begun;
  return {
    address,
    started,
    memory: () => Number(/VmHWM:\s*(\d+)/.exec(read(child, "status"))?.[1] ?? Number.NaN) / 1000 || undefined,
    processor() {
      const [user, system] = read(child, "stat").split(" ").slice(13, 15).map(Number);
      return user === undefined || system === undefined ? undefined : (user + system) / TICKS_PER_SECOND;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function read({ pid }: ChildProcess, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout !== null) {
    for await (const line of createInterface({ input: stdout })) {
      const found = /^Open (http\S+)/.exec(line)?.[1];
      if (found !== undefined) return found;
    }
  }
  throw new Error("the server ended without an address");
}
