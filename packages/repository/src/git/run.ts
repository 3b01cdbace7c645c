/**
 * Runs git: argument arrays and no shell, in a shadow directory, with what it says on stderr bounded.
 */
import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { gitEnvironment } from "./environment.ts";

export interface Git {
  /** The shadow directory. */
  readonly directory: string;
  /** Runs to the end and gives everything it wrote. Never throws for a failing command. */
  run(args: readonly string[], options?: RunOptions): Promise<GitResult>;
  /** Starts a command whose output is read as it comes. */
  start(args: readonly string[], options?: StartOptions): GitProcess;
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
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** Resolves when it ended. Never rejects. */
  readonly ended: Promise<{ readonly code: number; readonly stderr: string }>;
}

/** Enough to say what went wrong; a command that complains about every object must not fill memory. */
const STDERR_LIMIT = 16 * 1024;

export function createGit(directory: string): Git {
  const start = (args: readonly string[], options: StartOptions = {}): GitProcess => {
    const child = spawn("git", ["--no-pager", "--literal-pathspecs", ...args], {
      cwd: options.cwd ?? directory,
      env: gitEnvironment({ GIT_DIR: directory, ...options.environment }),
      stdio: ["pipe", "pipe", "pipe"],
      shell: false,
      windowsHide: true,
    });
    // A process that ends early closes its input while we write; how it ended says the rest.
    child.stdin.on("error", () => {});
    return { child, ended: endOf(child) };
  };
  return { directory, start, run: async (args, options) => await collect(start(args, options), options) };
}

async function collect(process: GitProcess, { input, maxBytes = Infinity }: RunOptions = {}): Promise<GitResult> {
  const chunks: Buffer[] = [];
  let size = 0;
  process.child.stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) process.child.kill("SIGKILL");
    else chunks.push(chunk);
  });
  process.child.stdin.end(input);
  const { code, stderr } = await process.ended;
  return { code, tooMuch: size > maxBytes, stdout: Buffer.concat(chunks), stderr };
}

function endOf(child: ChildProcessByStdio<Writable, Readable, Readable>): GitProcess["ended"] {
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    if (stderr.length < STDERR_LIMIT) stderr += chunk.toString("utf8", 0, STDERR_LIMIT - stderr.length);
  });
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: -1, stderr: error.message }));
    child.on("close", (code) => resolve({ code: code ?? -1, stderr: stderr.trim() }));
  });
}
