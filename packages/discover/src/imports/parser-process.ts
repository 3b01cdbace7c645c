/**
 * The program of a parser process: jobs in, facts out. Parsers are native code, which can end the process that it
 * runs in; this one has nothing else to lose.
 */
import { extractors } from "../languages/extractors.ts";
import { type FindIgnores, type Job, runJob } from "./job.ts";

/** What every such comment has in it. */
const IGNORE = "freehold-ignore";

process.on("message", (job: Job) => {
  const extract = extractors.get(job.language);
  if (extract === undefined) throw new Error(`no extractor for "${job.language}"`);
  void ignoresFor(job).then((findIgnores) => process.send?.(runJob(job, extract, findIgnores)));
});
process.on("disconnect", () => process.exit(0));

/** The vocabulary's schemas would double the time to start, and hardly a file has such a comment. */
async function ignoresFor({ bytes }: Job): Promise<FindIgnores> {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(IGNORE)) return () => [];
  return (await import("@freehold/model")).ignoreComments;
}
