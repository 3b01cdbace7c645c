/**
 * Runs git: argument arrays and no shell, in a shadow directory, with what it says on stderr bounded.
 */
import { Readable, Writable } from "node:stream";
import { gitEnvironment } from "./environment.ts";
import { startPiped } from "./start.ts";
import type { PipedProcess, StartSettings } from "./start.ts";

export interface Git {
  /** The shadow directory. */
  readonly directory: string;
  /** Runs to the end and gives everything it wrote. Never throws for a failing command. */
  run(args: readonly string[], options?: RunOptions): Promise<GitResult>;
  /** Starts a command whose output is read as it comes; one that can't be started has none, and ends with -1. */
  start(args: readonly string[], options?: StartOptions): Promise<GitProcess>;
}

interface StartOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

interface RunOptions extends StartOptions {
  readonly input?: string | Uint8Array;
  /** Ends git when it writes more than this. */
  readonly maxBytes?: number;
}

interface GitResult {
  /** Exit code; -1 when git could not be started or was killed. */
  readonly code: number;
  /** It was ended for writing too much. */
  readonly tooMuch: boolean;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GitProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Absent when it could not be started. */
  readonly pid: number | undefined;
  kill(signal?: NodeJS.Signals): void;
  /** Whether the program waits for it, and for the end of its streams, before it ends itself. */
  ref(): void;
  unref(): void;
  /** Resolves when it ended. Never rejects. */
  readonly ended: Promise<{ readonly code: number; readonly stderr: string }>;
}

/** Enough to say what went wrong; a command that complains about every object must not fill memory. */
const STDERR_LIMIT = 16 * 1024;

export function createGit(directory: string, settings: StartSettings = {}): Git {
  const start = async (args: readonly string[], options: StartOptions = {}): Promise<GitProcess> => {
    const started = await startPiped(
      "git",
      ["--no-pager", "--literal-pathspecs", ...args],
      {
        cwd: options.cwd ?? directory,
        env: gitEnvironment({ GIT_DIR: directory, ...options.environment }),
        shell: false,
        windowsHide: true,
      },
      settings,
    );
    return started instanceof Error ? neverStarted(started) : running(started);
  };
  return { directory, start, run: async (args, options) => await collect(await start(args, options), options) };
}

function running(child: PipedProcess): GitProcess {
  const { stdin, stdout, pid } = child;
  // A process that ends early closes its input while we write; how it ended says the rest.
  stdin.on("error", () => {});
  const streams = [stdin, stdout, child.stderr] as unknown as { ref(): void; unref(): void }[];
  return {
    stdin,
    stdout,
    pid,
    kill: (signal) => void child.kill(signal),
    ref() {
      child.ref();
      for (const stream of streams) stream.ref();
    },
    unref() {
      child.unref();
      for (const stream of streams) stream.unref();
    },
    ended: endOf(child),
  };
}

function nothing(): void {}

function neverStarted({ message }: Error): GitProcess {
  return {
    stdin: new Writable({ write: (_chunk, _encoding, done) => done() }),
    stdout: Readable.from([]),
    pid: undefined,
    kill: nothing,
    ref: nothing,
    unref: nothing,
    ended: Promise.resolve({ code: -1, stderr: `git could not be started: ${message}` }),
  };
}

async function collect(process: GitProcess, { input, maxBytes = Infinity }: RunOptions = {}): Promise<GitResult> {
  const chunks: Buffer[] = [];
  let size = 0;
  process.stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) process.kill("SIGKILL");
    else chunks.push(chunk);
  });
  process.stdin.end(input);
  const { code, stderr } = await process.ended;
  return { code, tooMuch: size > maxBytes, stdout: Buffer.concat(chunks), stderr };
}

function endOf(child: PipedProcess): GitProcess["ended"] {
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    if (stderr.length < STDERR_LIMIT) stderr += chunk.toString("utf8", 0, STDERR_LIMIT - stderr.length);
  });
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: -1, stderr: error.message }));
    child.on("close", (code) => resolve({ code: code ?? -1, stderr: stderr.trim() }));
  });
}
