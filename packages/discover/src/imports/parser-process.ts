/**
 * The program of a parser process: jobs in, facts out. Parsers are native code, which can end the process that it
 * runs in; this one has nothing else to lose.
 */
import { extractors } from "../languages/extractors.ts";
import { type Job, runJob } from "./job.ts";

process.on("message", (job: Job) => {
  const extract = extractors.get(job.language);
  if (extract === undefined) throw new Error(`no extractor for "${job.language}"`);
  process.send?.(runJob(job, extract));
});
process.on("disconnect", () => process.exit(0));
