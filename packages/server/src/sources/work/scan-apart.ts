/**
 * A scan in a process of its own: what it takes of memory and time is not the server's, and whatever ends it ends
 * this one repository's scan.
 */
import { fork } from "node:child_process";
import { tracingChannel } from "node:diagnostics_channel";
import { availableParallelism } from "node:os";
import { SourceFailure } from "@freehold/sources";
import type { Scan, ScanOrder, ScanProgress } from "./scan-one.ts";
import { localEnvironmentOfScan } from "./scan-environment.ts";

export type ScanWord =
  | ({ readonly kind: "progress" } & ScanProgress)
  | ({ readonly kind: "done" } & Scan)
  | { readonly kind: "failed"; readonly message: string; readonly hint?: string };

export interface ScanCall extends ScanOrder {
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly time: number;
  readonly onProgress: (progress: unknown) => void;
}

const processes = tracingChannel("freehold.process");

/** What was read. Throws `SourceFailure`, and the reason of the signal. */
export async function scanApart(call: ScanCall): Promise<Scan> {
  return await processes.tracePromise(async () => await scan(call), { program: "freehold", command: "scan" });
}

async function scan({ signal, time, onProgress, ...order }: ScanCall): Promise<Scan> {
  signal.throwIfAborted();
  const child = fork(new URL("./scan-process.ts", import.meta.url), [], {
    env: localEnvironmentOfScan(),
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [`--max-old-space-size=${memory()}`],
  });
  const late = AbortSignal.timeout(time);
  const stop = () => void child.kill("SIGKILL");
  for (const end of [signal, late]) end.addEventListener("abort", stop, { once: true });
  let complained = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complained = `${complained}${chunk.toString("utf8")}`.slice(-2000);
  });
  let last: ScanWord | undefined;
  child.on("message", (word) => {
    const said = word as ScanWord;
    if (said.kind === "progress") {
      const { kind: _kind, ...progress } = said;
      onProgress(progress);
    } else last = said;
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once("error", (error) => {
    complained += error.message;
    resolve();
  });
  child.once("close", () => resolve());
  child.send(order);
  await promise;
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (last?.kind === "done") {
    const { kind: _kind, ...read } = last;
    return read;
  }
  if (last?.kind === "failed") {
    throw new SourceFailure("source/scan", last.message, {
      final: true,
      ...(last.hint === undefined ? {} : { hint: last.hint }),
    });
  }
  if (late.aborted) {
    throw new SourceFailure("source/scan", `the scan took more than ${Math.round(time / 60_000)} minutes`, {
      hint: "Give the source a depth, exclude the repository, or raise the setting worker.scanMinutes.",
    });
  }
  throw new SourceFailure(
    "source/scan",
    `the scan ended without a result: ${complained.trim().split("\n").at(-1) ?? ""}`,
    {
      hint: "It may lack memory. It is tried again by itself; the log of the worker tells more.",
    },
  );
}

/** MiB: room for large repositories, and for as many scans as run beside each other. */
function memory(): number {
  return availableParallelism() >= 4 ? 4096 : 3072;
}
