/** One thread for interfaces: asked one thing at a time, replaced when a text kills it or takes too long. */
import { Worker } from "node:worker_threads";
import type { CompareAnswer, ExtractAnswer, UnitTexts } from "./job.ts";
import type { Request, WorkerSetup } from "./worker.ts";

export interface InterfaceThread {
  /** Undefined when the thread died of it or gave no answer in time. */
  extract(unit: UnitTexts): Promise<ExtractAnswer | undefined>;
  compare(before: UnitTexts | undefined, after: UnitTexts | undefined): Promise<CompareAnswer | undefined>;
  close(): void;
}

export interface ThreadOptions {
  readonly cache: boolean;
  /** For one unit. */
  readonly timeoutMs?: number;
}

const STACK_MB = 256;

export function openInterfaceThread({ cache, timeoutMs = 120_000 }: ThreadOptions): InterfaceThread {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  function ask<T>(request: Request): Promise<T | undefined> {
    const answer = queue.then(() => askNow<T>(request));
    queue = answer;
    return answer;
  }

  function askNow<T>(request: Request): Promise<T | undefined> {
    worker ??= start(cache);
    const asked = worker;
    return new Promise((resolve) => {
      const done = (result: T | undefined) => {
        clearTimeout(timer);
        asked.off("message", done).off("error", fail).off("exit", fail);
        if (result === undefined) retire(asked);
        resolve(result);
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

  return {
    extract: (unit) => ask({ do: "extract", unit }),
    compare: (before, after) => ask({ do: "compare", before, after }),
    close: () => worker && retire(worker),
  };
}

function start(cache: boolean): Worker {
  const workerData: WorkerSetup = { cache };
  return new Worker(new URL("./worker.ts", import.meta.url), {
    workerData,
    resourceLimits: { stackSizeMb: STACK_MB },
  });
}
