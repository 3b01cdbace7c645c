/**
 * Worker threads that extract facts from source.
 *
 * A file that takes too long, or that ends its worker, becomes a failure of that file alone: the
 * worker is replaced and the rest of its job done again. The stack of a worker is as deep as the
 * largest file can nest: native parsers recurse, and overflowing a native stack ends the process
 * (with the usual stack, ten thousand brackets suffice). Only what is used of it takes memory.
 */
import { getCompileCacheDir } from "node:module";
import { Worker } from "node:worker_threads";
import type { FactsOrFailure, Job } from "./job.ts";
import type { WorkerSetup } from "./worker.ts";

export interface Pool {
  /** Starts the workers before there is work. */
  start(): void;
  /** Waits for a free worker, so that callers don't read faster than workers parse. */
  submit(job: Job, done: (results: readonly FactsOrFailure[]) => void): Promise<void>;
  /** Waits for all jobs. */
  drain(): Promise<void>;
  close(): void;
}

export interface PoolOptions {
  readonly workers: number;
  readonly timeoutMs: number;
}

const STACK_MB = 1000;

/** Facts are many small objects that die with their job; the default makes the collector run ten times as often. */
const YOUNG_MB = 64;

interface Task {
  readonly job: Job;
  readonly done: (results: readonly FactsOrFailure[]) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly current: Int32Array;
  task?: Task | undefined;
  timer?: NodeJS.Timeout | undefined;
}

export function openPool({ workers, timeoutMs }: PoolOptions): Pool {
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  const queue: Task[] = [];
  const waiting: (() => void)[] = [];
  let pending = 0;
  const broken: Error[] = [];

  function spawn(): Thread {
    const setup: WorkerSetup = { current: new SharedArrayBuffer(4), compileCache: getCompileCacheDir() };
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: setup,
      resourceLimits: { stackSizeMb: STACK_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const thread: Thread = { worker, current: new Int32Array(setup.current) };
    worker.on("message", (results: readonly FactsOrFailure[]) => finish(thread, results));
    worker.on("error", (error) => fail(thread, error.message));
    all.add(thread);
    return thread;
  }

  function next(): void {
    while (queue.length > 0) {
      const thread = idle.pop() ?? (all.size < workers ? spawn() : undefined);
      if (thread === undefined) return;
      const task = queue.shift();
      if (task === undefined) return;
      run(thread, task);
    }
    for (const resume of waiting.splice(0)) resume();
  }

  function run(thread: Thread, task: Task): void {
    thread.task = task;
    thread.timer = setTimeout(() => fail(thread, `took more than ${timeoutMs / 1000} s`), timeoutMs);
    // A copy stays here for the case that the worker doesn't come back.
    thread.worker.postMessage(task.job, []);
  }

  function finish(thread: Thread, results: readonly FactsOrFailure[]): void {
    const { task } = thread;
    clearTimeout(thread.timer);
    thread.task = undefined;
    idle.push(thread);
    if (task !== undefined) complete(task, results);
    next();
  }

  function fail(thread: Thread, reason: string): void {
    const { task } = thread;
    clearTimeout(thread.timer);
    retire(thread);
    if (task === undefined) return next();
    thread.task = undefined;
    const culprit = Atomics.load(thread.current, 0);
    const rest = without(task.job, culprit);
    if (rest === undefined) complete(task, [{ failure: reason }]);
    else queue.unshift({ job: rest, done: (results) => task.done(results.toSpliced(culprit, 0, { failure: reason })) });
    next();
  }

  function complete(task: Task, results: readonly FactsOrFailure[]): void {
    pending--;
    try {
      task.done(results);
    } catch (error) {
      broken.push(error instanceof Error ? error : new Error(String(error)));
    }
  }

  function retire(thread: Thread): void {
    all.delete(thread);
    if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
    thread.worker.removeAllListeners();
    thread.worker.on("error", () => {});
    // Native code can't be interrupted: nobody waits for the thread, not even the end of the process.
    thread.worker.unref();
    void thread.worker.terminate();
  }

  async function until(settled: () => boolean): Promise<void> {
    while (!settled() && broken.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    const [error] = broken;
    if (error !== undefined) throw error;
  }

  return {
    start() {
      while (all.size < workers) idle.push(spawn());
    },
    async submit(job, done) {
      await until(() => queue.length === 0);
      pending++;
      queue.push({ job, done });
      next();
    },
    drain: () => until(() => pending === 0),
    close() {
      for (const thread of all) retire(thread);
    },
  };
}

/** The job without one of its files; undefined when none is left. */
function without(job: Job, index: number): Job | undefined {
  if (job.paths.length <= 1) return undefined;
  const from = index === 0 ? 0 : (job.ends[index - 1] ?? 0);
  const to = job.ends[index] ?? from;
  const bytes = new Uint8Array(job.bytes.byteLength - (to - from));
  bytes.set(new Uint8Array(job.bytes, 0, from));
  bytes.set(new Uint8Array(job.bytes, to), from);
  const ends = job.ends.map((end, at) => (at > index ? end - (to - from) : end)).toSpliced(index, 1);
  return { ...job, paths: job.paths.toSpliced(index, 1), ends, bytes: bytes.buffer };
}
