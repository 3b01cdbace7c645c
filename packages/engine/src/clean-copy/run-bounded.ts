/** Runs a program of a repository: no shell, bounded in time and output, and ended with everything it started. */
import { spawn } from "node:child_process";

export type Command = readonly [program: string, ...args: string[]];

interface Bounds {
  readonly milliseconds: number;
  /** Bytes that it may write. */
  readonly output: number;
}

export interface RunSettings {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly bounds: Bounds;
  /** Ends it early. */
  readonly signal?: AbortSignal | undefined;
}

export interface Ran {
  /** Absent when it was ended, or never began. */
  readonly code: number | undefined;
  readonly ended: "itself" | "time" | "output" | "not-started" | "told";
  readonly seconds: number;
  /** The end of what it wrote on both streams, or why it did not begin. */
  readonly tail: string;
}

const TAIL = 6 * 1024;
/** Pipes stay open where a process that it left behind holds them. */
const GRACE = 500;

/** Never rejects. */
export async function runBounded([program, ...args]: Command, settings: RunSettings): Promise<Ran> {
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  return await new Promise((done) => {
    let ended: Ran["ended"] = "itself";
    let wrote = 0;
    let kept = Buffer.alloc(0);
    // A group of its own: what it started is ended with it.
    const child = spawn(program, args, {
      cwd: settings.cwd,
      env: { ...settings.environment },
      shell: false,
      detached: true,
      windowsHide: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const end = (why: Ran["ended"]) => {
      ended = why;
      endGroup(child.pid);
    };
    const told = () => end("told");
    const timer = setTimeout(() => end("time"), settings.bounds.milliseconds);
    settings.signal?.addEventListener("abort", told, { once: true });
    const settle = (code: number | undefined) => {
      clearTimeout(timer);
      settings.signal?.removeEventListener("abort", told);
      endGroup(child.pid);
      child.stdout.destroy();
      child.stderr.destroy();
      done({ code, ended, seconds: seconds(), tail: textOf(kept) });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        wrote += chunk.length;
        kept = Buffer.concat([kept, chunk]).subarray(-TAIL);
        if (wrote > settings.bounds.output && ended === "itself") end("output");
      });
    }
    child.once("error", (error) => {
      ended = "not-started";
      kept = Buffer.from(error.message);
      settle(undefined);
    });
    child.once("exit", (code) => {
      const late = setTimeout(() => settle(ended === "itself" ? (code ?? undefined) : undefined), GRACE);
      child.once("close", () => {
        clearTimeout(late);
        settle(ended === "itself" ? (code ?? undefined) : undefined);
      });
    });
    if (settings.signal?.aborted === true) told();
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It is gone with all its children.
  }
}

const ESCAPES = new RegExp(`${String.fromCodePoint(0x1b)}\\[[0-9;?]*[A-Za-z]`, "g");

/** Whole lines, without colours. */
function textOf(bytes: Buffer): string {
  const text = bytes.toString("utf8").replaceAll(ESCAPES, "").replaceAll("\r\n", "\n").trim();
  return bytes.length < TAIL ? text : text.slice(text.indexOf("\n") + 1);
}
