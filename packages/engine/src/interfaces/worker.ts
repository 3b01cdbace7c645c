/** The thread that runs kinds of interface; its stack is as deep as parsers recurse. */
import { getHeapStatistics } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import { noCache, openCache } from "@freehold/repository";
import { clearAnswered, type Desk, openDesk, type UnitSide } from "./desk.ts";
import { compareUnits, extractUnit } from "./job.ts";

/** The same job again, with more texts, as long as an answer wants some. */
export interface Request {
  readonly job: number;
  /** By id of the content: those that were not sent for this job before. */
  readonly texts: ReadonlyMap<string, string | null>;
  readonly work: Work;
}

export type Work =
  | { readonly do: "extract" | "extract-telling"; readonly unit: UnitSide }
  | { readonly do: "compare"; readonly before: UnitSide | undefined; readonly after: UnitSide | undefined };

export interface Response {
  readonly result: unknown;
  /** Bytes that the thread has taken for itself. */
  readonly heap: number;
}

export interface WorkerSetup {
  readonly cache: boolean;
}

const cache = (workerData as WorkerSetup).cache ? openCache() : noCache;
let at: { readonly job: number; readonly desk: Desk } | undefined;

parentPort?.on("message", (request: Request) => {
  void answer(request).then((result) => {
    const response: Response = { result, heap: getHeapStatistics().total_heap_size };
    parentPort?.postMessage(response, []);
  });
});

async function answer({ job, texts, work }: Request): Promise<unknown> {
  if (at?.job !== job) at = { job, desk: openDesk(cache) };
  const { desk } = at;
  for (const [blob, text] of texts) desk.texts.set(blob, text);
  const answered =
    work.do === "compare"
      ? await compareUnits(work.before, work.after, desk)
      : await extractUnit(work.unit, desk, (kind) => work.do === "extract" || kind.tellsWhatItShows === true);
  clearAnswered(desk);
  return answered;
}
