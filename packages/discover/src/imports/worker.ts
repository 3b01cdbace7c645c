/** Entry point of a worker thread: jobs in, facts out. */
import { parentPort, workerData } from "node:worker_threads";
import { languages } from "../languages/registry.ts";
import { runJob } from "./job.ts";
import type { Job } from "./job.ts";

const current = new Int32Array((workerData as { readonly current: SharedArrayBuffer }).current);
const byId = new Map(languages.map((language) => [language.id, language]));

parentPort?.on("message", (job: Job) => {
  const language = byId.get(job.language);
  if (language === undefined) throw new Error(`no language "${job.language}"`);
  parentPort?.postMessage(runJob(job, language, (index) => Atomics.store(current, 0, index)));
});
