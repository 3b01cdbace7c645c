/**
 * The thread between the waiting caller and the digesting processes: it hands out files, and gives a
 * file up when the process that reads it dies or takes too long.
 */
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { workerData } from "node:worker_threads";
import type { MessagePort } from "node:worker_threads";
import type { DigestRequest } from "./digest-process.ts";

export interface BridgeData {
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

/** One answer a file: its digest, or why there is none. */
export interface DigestAnswer {
  readonly key: string;
  /** As JSON. */
  readonly digest?: string;
  readonly failed?: string;
}

interface Runner {
  readonly child: ChildProcess;
  pending: DigestRequest[];
  current: string | undefined;
  timer: NodeJS.Timeout | undefined;
}

const PROCESSES = Math.min(4, Math.max(1, availableParallelism()));
const PATIENCE_MS = 20_000;
/** Small enough that both processes finish together, large enough that messages cost nothing. */
const BATCH_BYTES = 400_000;

const { port, signal } = workerData as BridgeData;
const program = fileURLToPath(new URL("./digest-process.ts", import.meta.url));
const runners: Runner[] = [];
let queue: DigestRequest[][] = [];
let answers: DigestAnswer[] = [];
let left = 0;

port.on("message", (requests: readonly DigestRequest[]) => {
  answers = [];
  left = requests.length;
  queue = batches(requests);
  while (runners.length < Math.min(PROCESSES, queue.length)) runners.push(start());
  for (const runner of runners) feed(runner);
});

function batches(requests: readonly DigestRequest[]): DigestRequest[][] {
  const all: DigestRequest[][] = [];
  let batch: DigestRequest[] = [];
  let bytes = 0;
  for (const request of requests) {
    batch.push(request);
    bytes += request.text.length;
    if (bytes < BATCH_BYTES) continue;
    all.push(batch);
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) all.push(batch);
  return all;
}

function start(): Runner {
  const child = fork(program, [], {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const runner: Runner = { child, pending: [], current: undefined, timer: undefined };
  child.on("message", (message: DigestAnswer & { readonly starts?: string }) => {
    if (message.starts !== undefined) {
      runner.current = message.starts;
      watch(runner);
    } else {
      settle(runner, message);
    }
  });
  child.on("exit", () => bury(runner));
  child.on("error", () => bury(runner));
  return runner;
}

function watch(runner: Runner): void {
  clearTimeout(runner.timer);
  runner.timer = setTimeout(() => runner.child.kill("SIGKILL"), PATIENCE_MS);
}

function settle(runner: Runner, answer: DigestAnswer): void {
  runner.pending = runner.pending.filter((request) => request.key !== answer.key);
  answers.push(answer);
  left--;
  if (runner.pending.length === 0) feed(runner);
  if (left === 0) finish();
}

function feed(runner: Runner): void {
  clearTimeout(runner.timer);
  runner.current = undefined;
  if (runner.pending.length > 0) return;
  const batch = queue.shift();
  if (batch === undefined) return;
  runner.pending = [...batch];
  runner.child.send(batch);
  watch(runner);
}

/** A process died: the file it was at is given up, the others go to a new one. */
function bury(runner: Runner): void {
  const at = runners.indexOf(runner);
  if (at < 0) return;
  clearTimeout(runner.timer);
  runners.splice(at, 1);
  const fault = runner.pending.find((request) => request.key === runner.current) ?? runner.pending[0];
  if (fault === undefined) return;
  const rest = runner.pending.filter((request) => request !== fault);
  if (rest.length > 0) queue.unshift(rest);
  answers.push({ key: fault.key, failed: "the parser stopped on it" });
  left--;
  if (left === 0) return finish();
  const next = start();
  runners.push(next);
  feed(next);
}

function finish(): void {
  port.postMessage(answers);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}
