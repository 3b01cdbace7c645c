/** The loop that works jobs off, in a server or in a worker: any number of them share one database. */
import { steadyNow, type TakenJob } from "@freehold/store";
import { listJob } from "../source-work.ts";
import { runJob, type RunOptions } from "./run-job.ts";

export interface WorkingOptions extends Omit<RunOptions, "ending" | "unexpected"> {
  /** Jobs at a time. */
  readonly places: number;
  readonly failed: (error: unknown, job?: TakenJob) => void;
}

export interface Working {
  /** When the loop last came round (milliseconds). */
  readonly alive: () => number;
  /** Ids of what runs. */
  readonly running: () => readonly string[];
  /** Takes nothing new, waits so long (milliseconds) for what runs, and gives back what is left. */
  readonly stop: (patience: number) => Promise<void>;
}

const PAUSE = 1000;
/** Sources are looked at by the hour; a minute is exact enough. */
const BETWEEN_SCHEDULES = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function startWorking({ tools, places, failed, random }: WorkingOptions): Working {
  const under = new Map<string, Promise<void>>();
  const ending = new AbortController();
  let [alive, scheduled, stopped] = [steadyNow(), 0, false];
  let timer: NodeJS.Timeout | undefined;
  let turning = Promise.resolve();

  const turn = async () => {
    if (steadyNow() - scheduled >= BETWEEN_SCHEDULES) {
      scheduled = steadyNow();
      await schedule();
    }
    const free = places - under.size;
    if (free > 0) for (const job of await tools.store.jobs.take(free)) begin(job);
    alive = steadyNow();
  };
  const begin = (job: TakenJob) => {
    const work = runJob(job, { tools, random, ending: ending.signal, unexpected: failed })
      .catch((error: unknown) => failed(error, job))
      .finally(() => under.delete(job.id));
    under.set(job.id, work);
  };
  /** Spread over a tenth of the time between two looks, so that sources made together are not looked at together. */
  const schedule = async () => {
    const next = (every: number = DAY) => tools.now() + Math.round(every * (0.95 + random() / 10));
    const due = await tools.store.takeDueSources(tools.now(), next);
    for (const { organisation, id } of due) {
      await (await tools.store.forOrganisation(organisation)).jobs.enqueue(listJob(id));
    }
  };
  const loop = () => {
    turning = turn()
      .catch((error: unknown) => failed(error))
      .then(() => {
        if (stopped) return;
        timer = setTimeout(loop, PAUSE);
      });
  };
  loop();
  return {
    alive: () => alive,
    running: () => [...under.keys()],
    async stop(patience) {
      stopped = true;
      clearTimeout(timer);
      await turning;
      const late = setTimeout(() => ending.abort(new Error("the worker ends")), patience);
      await Promise.all(under.values());
      clearTimeout(late);
    },
  };
}
