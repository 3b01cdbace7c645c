/**
 * Parser processes that extract facts from source.
 *
 * A file that takes too long, or that ends its parser, becomes a failure of that file alone: the files of its
 * job are done again one by one. Processes and not threads, for two reasons: an overflowing native stack or an
 * abort takes the whole process with it, and the parser reserves 6 GiB of address space for itself. Linux lets a
 * process have that, joins such mappings into one, and then refuses to fork (`ENOMEM`) as soon as the one is larger
 * than all memory: with parsers in threads, git could not be started beside them.
 */
import type { FactsOrFailure, Job } from "./job.ts";
import { type Parser, startParser } from "./parser.ts";

export interface Pool {
  /** Starts the parsers before there is work. */
  start(): void;
  /** Waits for a free parser, so that callers don't read faster than parsers parse. */
  submit(job: Job, done: (results: readonly FactsOrFailure[]) => void): Promise<void>;
  /** Waits for all jobs. */
  drain(): Promise<void>;
  close(): void;
}

export interface PoolOptions {
  readonly workers: number;
  /** For one job. */
  readonly timeoutMs: number;
  /** What files that end or stall their parser may cost in all; default: five minutes. */
  readonly lossMs?: number;
}

const LOSS_MS = 300_000;
/** A system that can't start a process is asked again after so long, and so often. */
const RETRY_MS = 200;
const MOST_RETRIES = 50;

interface Task {
  readonly job: Job;
  readonly done: (results: readonly FactsOrFailure[]) => void;
}

interface Place {
  parser: Parser | undefined;
  task: Task | undefined;
  began: number;
}

export function openPool({ workers, timeoutMs, lossMs = LOSS_MS }: PoolOptions): Pool {
  const places: Place[] = Array.from({ length: workers }, () => ({ parser: undefined, task: undefined, began: 0 }));
  const queue: Task[] = [];
  const waiting: (() => void)[] = [];
  const broken: Error[] = [];
  let pending = 0;
  let lost = 0;
  let refusals = 0;
  let retry: NodeJS.Timeout | undefined;

  function next(): void {
    for (const place of places) {
      if (queue.length === 0) break;
      if (place.task === undefined && ready(place)) run(place, queue.shift());
    }
    if (queue.length === 0) for (const resume of waiting.splice(0)) resume();
  }

  /** Whether there is a parser in its place; one is started where there is none. */
  function ready(place: Place): boolean {
    if (place.parser !== undefined) return true;
    try {
      place.parser = startParser({
        finished: (results) => settle(place, results),
        gone: (reason) => bury(place, reason),
      });
      refusals = 0;
      return true;
    } catch (error) {
      refuse(error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  function refuse(reason: string): void {
    if (++refusals > MOST_RETRIES) return giveUp(`the parser could not be started: ${reason}`);
    retry ??= setTimeout(() => {
      retry = undefined;
      next();
    }, RETRY_MS);
  }

  function run(place: Place, task: Task | undefined): void {
    place.task = task;
    place.began = performance.now();
    if (task !== undefined) place.parser?.run(task.job, timeoutMs);
  }

  function settle(place: Place, results: readonly FactsOrFailure[]): void {
    const { task } = place;
    place.task = undefined;
    if (task !== undefined) complete(task, results);
    next();
  }

  function bury(place: Place, reason: string): void {
    const { task } = place;
    place.parser = undefined;
    place.task = undefined;
    lost += performance.now() - place.began;
    if (task === undefined) return;
    if (task.job.paths.length === 1) complete(task, [{ failure: reason }]);
    else queue.unshift(...oneByOne(task));
    if (lost > lossMs) giveUp("too many files ended or stalled the parser");
    next();
  }

  /** The files of a job as a job each; it is done when all of them are. */
  function oneByOne({ job, done }: Task): Task[] {
    const results: FactsOrFailure[] = [];
    let left = job.paths.length;
    pending += left - 1;
    return job.paths.map((_, index) => ({
      job: only(job, index),
      done([result = { failure: "it gave no answer" }]) {
        results[index] = result;
        if (--left === 0) done(results);
      },
    }));
  }

  function giveUp(reason: string): void {
    for (const task of queue.splice(0))
      complete(
        task,
        task.job.paths.map(() => ({ failure: reason })),
      );
    for (const resume of waiting.splice(0)) resume();
  }

  function complete(task: Task, results: readonly FactsOrFailure[]): void {
    pending--;
    try {
      task.done(results);
    } catch (error) {
      broken.push(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async function until(settled: () => boolean): Promise<void> {
    while (!settled() && broken.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    const [error] = broken;
    if (error !== undefined) throw error;
  }

  return {
    start() {
      for (const place of places) ready(place);
    },
    async submit(job, done) {
      await until(() => queue.length === 0);
      pending++;
      queue.push({ job, done });
      if (lost > lossMs) giveUp("too many files ended or stalled the parser");
      next();
    },
    drain: () => until(() => pending === 0),
    close() {
      clearTimeout(retry);
      for (const { parser } of places) parser?.end();
    },
  };
}

/** One file of a job. */
function only(job: Job, index: number): Job {
  const from = index === 0 ? 0 : (job.ends[index - 1] ?? 0);
  const to = job.ends[index] ?? from;
  return { ...job, paths: job.paths.slice(index, index + 1), ends: [to - from], bytes: job.bytes.slice(from, to) };
}
