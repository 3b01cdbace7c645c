/**
 * Assessing beside the thread that answers: judging a large repository takes seconds, and each result is a wait
 * for the disk. The thread is there only while something waits, or did a moment ago.
 */
import { Worker } from "node:worker_threads";
import type { Store } from "@freehold/store";
import type { AssessingSetup } from "./assessing-thread.ts";

const PAUSE = 500;
/** A thread that can't go on is not started again at once. */
const PAUSE_AFTER_FAILURE = 30_000;

export interface AssessingApart {
  /** What is under way is given up; it waits for the next server. */
  readonly stop: () => Promise<void>;
}

/** `database` as `openStore` takes it; not one in memory, which no other connection sees. */
export function assessApart(
  database: string,
  store: Pick<Store, "toAssess">,
  failed: (error: unknown) => void,
): AssessingApart {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let worker: Worker | undefined;
  let looking = Promise.resolve();

  const next = (pause: number) => {
    if (ended) return;
    timer = setTimeout(look, pause);
    timer.unref();
  };
  const look = () => {
    looking = store.toAssess().then(
      (waiting) => {
        if (waiting.length === 0 || ended) next(PAUSE);
        else start();
      },
      (error: unknown) => {
        failed(error);
        next(PAUSE);
      },
    );
  };
  const start = () => {
    const workerData: AssessingSetup = { database };
    let pause = PAUSE;
    worker = new Worker(new URL("./assessing-thread.ts", import.meta.url), { workerData });
    worker.unref();
    worker.on("message", failed);
    worker.on("error", (error) => {
      pause = PAUSE_AFTER_FAILURE;
      failed(error);
    });
    worker.on("exit", () => {
      worker = undefined;
      next(pause);
    });
  };
  look();
  return {
    async stop() {
      ended = true;
      clearTimeout(timer);
      await looking;
      await worker?.terminate();
    },
  };
}
