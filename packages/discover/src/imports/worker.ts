/** Entry point of a worker thread: jobs in, facts out. */
import { parentPort, workerData } from "node:worker_threads";
import { extractors } from "../languages/extractors.ts";
import { runJob } from "./job.ts";
import type { Job } from "./job.ts";

const port = parentPort;
const current = new Int32Array((workerData as { readonly current: SharedArrayBuffer }).current);

port?.on("message", (job: Job) => {
  const extract = extractors.get(job.language);
  if (extract === undefined) throw new Error(`no extractor for "${job.language}"`);
  port.postMessage(runJob(job, extract, (index) => Atomics.store(current, 0, index)));
});
