/**
 * One thread for interfaces: asked one thing at a time, replaced when a text kills it or takes too long, and when it
 * took much memory, which V8 would give back late or never.
 */
import { Worker } from "node:worker_threads";
import { isWanting } from "./desk.ts";
import type { CompareAnswer, ExtractAnswer } from "./job.ts";
import type { UnitFiles } from "./unit-files.ts";
import { openSupply, type SupplySide } from "./supply.ts";
import type { FileTree } from "@freehold/repository";
import type { Request, Response, Work, WorkerSetup } from "./worker.ts";

/** A unit and the tree that its texts come from. */
export interface UnitSource {
  readonly tree: FileTree;
  readonly files: UnitFiles;
}

export interface InterfaceThread {
  /** Undefined when the thread died of it or gave no answer in time. */
  extract(unit: UnitSource): Promise<ExtractAnswer | undefined>;
  /** With elements only of the kinds that tell what they show; all kinds are read. */
  extractTelling(unit: UnitSource): Promise<ExtractAnswer | undefined>;
  compare(before: UnitSource | undefined, after: UnitSource | undefined): Promise<CompareAnswer | undefined>;
  close(): void;
}

export interface ThreadOptions {
  readonly cache: boolean;
  /** For one unit. */
  readonly timeoutMs?: number;
}

const STACK_MB = 256;
/** Files come in waves, as they refer to each other; nothing that people write needs nearly as many. */
const ROUNDS = 200;
/** Bytes of heap that a thread may go on with; to start another takes half a second. */
const MOST_HEAP = 256 * 1024 * 1024;

export function openInterfaceThread({ cache, timeoutMs = 120_000 }: ThreadOptions): InterfaceThread {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let jobs = 0;

  /** Jobs one after the other: the thread keeps the texts of one. */
  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const answer = queue.then(job);
    queue = answer.catch(() => {});
    return answer;
  }

  let heap = 0;

  /** A thread that grew large by a job does no other. */
  async function afresh<T>(job: () => Promise<T>): Promise<T> {
    try {
      return await job();
    } finally {
      if (worker !== undefined && heap > MOST_HEAP) retire(worker);
      heap = 0;
    }
  }

  function ask<T>(request: Request): Promise<T | undefined> {
    worker ??= start(cache);
    const asked = worker;
    return new Promise((resolve) => {
      const done = (response: Response | undefined) => {
        clearTimeout(timer);
        asked.off("message", done).off("error", fail).off("exit", fail);
        if (response === undefined) retire(asked);
        else heap = response.heap;
        resolve(response?.result as T | undefined);
      };
      const fail = () => done(undefined);
      const timer = setTimeout(fail, timeoutMs);
      asked.on("message", done).on("error", fail).on("exit", fail);
      asked.postMessage(request, []);
    });
  }

  function retire(gone: Worker): void {
    if (worker === gone) worker = undefined;
    gone.on("error", () => {});
    gone.unref();
    void gone.terminate();
  }

  async function extract(source: UnitSource, what: "extract" | "extract-telling"): Promise<ExtractAnswer | undefined> {
    const supply = openSupply();
    const unit = supply.side(source);
    const job = jobs++;
    for (let round = 0; round < ROUNDS; round++) {
      const answer = await ask<ExtractAnswer>({ job, texts: supply.take(), work: { do: what, unit: unit.side } });
      if (answer === undefined || !isWanting(answer.wanted)) return answer;
      await unit.fetch(answer.wanted);
    }
    return undefined;
  }

  async function compare(before: UnitSource | undefined, after: UnitSource | undefined) {
    const supply = openSupply();
    const [old, young] = [before && supply.side(before), after && supply.side(after)];
    const job = jobs++;
    for (let round = 0; round < ROUNDS; round++) {
      const answer = await ask<CompareAnswer>({ job, texts: supply.take(), work: comparing(old, young) });
      if (answer === undefined) return undefined;
      const { wanted } = answer;
      if (!isWanting(wanted.before) && !isWanting(wanted.after)) return answer;
      await old?.fetch(wanted.before);
      await young?.fetch(wanted.after);
    }
    return undefined;
  }

  return {
    extract: (unit) => inTurn(() => afresh(() => extract(unit, "extract"))),
    extractTelling: (unit) => inTurn(() => afresh(() => extract(unit, "extract-telling"))),
    compare: (before, after) => inTurn(() => afresh(() => compare(before, after))),
    close: () => worker && retire(worker),
  };
}

function comparing(before: SupplySide | undefined, after: SupplySide | undefined): Work {
  return { do: "compare", before: before?.side, after: after?.side };
}

function start(cache: boolean): Worker {
  const workerData: WorkerSetup = { cache };
  return new Worker(new URL("./worker.ts", import.meta.url), {
    workerData,
    resourceLimits: { stackSizeMb: STACK_MB },
  });
}
