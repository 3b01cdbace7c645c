/**
 * Entry point of a worker thread: jobs in, facts out.
 *
 * Half of a worker's start is compiling the parser's JavaScript, so where the program keeps compiled
 * code (`module.enableCompileCache`), workers use it too; that has to happen before the parser is loaded.
 */
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Job } from "./job.ts";

export interface WorkerSetup {
  /** Tells the index of the file that is being read. */
  readonly current: SharedArrayBuffer;
  readonly compileCache: string | undefined;
}

const port = parentPort;
const setup = workerData as WorkerSetup;
const current = new Int32Array(setup.current);
if (setup.compileCache !== undefined) enableCompileCache(setup.compileCache);
const { extractors } = await import("../languages/extractors.ts");
const { runJob } = await import("./job.ts");

port?.on("message", (job: Job) => {
  const extract = extractors.get(job.language);
  if (extract === undefined) throw new Error(`no extractor for "${job.language}"`);
  port.postMessage(runJob(job, extract, (index) => Atomics.store(current, 0, index)));
});
