/** One job from beginning to end: held on to while it runs, and ended by what came of it. */
import { tracingChannel } from "node:diagnostics_channel";
import type { JobError, TakenJob } from "@freehold/store";
import { listSource } from "./list-source.ts";
import { scanRepository } from "./scan-repository.ts";
import { readWalk } from "../walk.ts";
import { explainFailure, type JobCall, type WorkTools } from "./work.ts";

export interface RunOptions {
  readonly tools: WorkTools;
  /** Ends when the worker is to end: the job is given back. */
  readonly ending: AbortSignal;
  /** Told of what nobody expected. */
  readonly unexpected: (error: unknown, job: TakenJob) => void;
  /** In [0, 1). */
  readonly random: () => number;
}

const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 3_600_000;

/** For whoever traces jobs. */
const channel = tracingChannel("freehold.job");

export async function runJob(job: TakenJob, options: RunOptions): Promise<void> {
  const { tools, ending, unexpected } = options;
  const { jobs } = tools.store;
  const lost = new AbortController();
  let progress: unknown;
  const holding = setInterval(() => {
    jobs.hold(job, progress).then(
      (held) => (held ? undefined : lost.abort(new Lost())),
      // A database that does not answer now may do so before the lease ends.
      (error: unknown) => unexpected(error, job),
    );
  }, jobs.lease / 4);
  const signal = AbortSignal.any([lost.signal, ending]);
  try {
    const result = await handle(tools, { job, signal, say: (said) => void (progress = said) });
    await jobs.done(job, result);
  } catch (error) {
    if (lost.signal.aborted) return;
    if (ending.aborted) await jobs.giveBack(job);
    else await settle(job, error, options);
  } finally {
    clearInterval(holding);
  }
}

/** The job is somebody else's, or nobody's. */
class Lost extends Error {
  override readonly name = "Lost";
}

async function handle(tools: WorkTools, call: JobCall): Promise<unknown> {
  const { id, kind, attempts } = call.job;
  return await channel.tracePromise(async () => await work(tools, call), { id, kind, attempts });
}

async function work(tools: WorkTools, call: JobCall): Promise<unknown> {
  if (call.job.kind === "list") return await listSource(tools, call);
  if (call.job.kind === "scan") return await scanRepository(tools, call);
  throw new Error(`nobody knows how to do a job of the kind "${call.job.kind}"`);
}

async function settle(job: TakenJob, thrown: unknown, { tools, unexpected, random }: RunOptions): Promise<void> {
  const { error, final, until } = explainFailure(thrown);
  if (error.code === "source/failed") unexpected(thrown, job);
  const at = new Date(tools.now()).toISOString();
  if (until !== undefined) {
    await noteAtSource(tools, job, { ...error, at });
    await tools.store.jobs.postpone(job, until, error);
    return;
  }
  await (job.kind === "list" ? noteAtSource(tools, job, { ...error, at }) : noteAtRepository(tools, job, error));
  const pause = Math.min(FIRST_PAUSE * 4 ** (job.attempts - 1), LONGEST_PAUSE);
  await tools.store.jobs.failed(job, error, final ? "never" : Math.round(pause * (0.8 + random() * 0.4)));
}

async function noteAtSource(
  { store }: WorkTools,
  job: TakenJob,
  error: JobError & { readonly at: string },
): Promise<void> {
  if (job.kind !== "list" || job.source === undefined) return;
  const organisation = await store.forOrganisation(job.organisation);
  const source = await organisation.sources.find(job.source);
  if (source !== undefined) await organisation.sources.note(source.id, { state: { ...readWalk(source.state), error } });
}

async function noteAtRepository({ store }: WorkTools, job: TakenJob, error: JobError): Promise<void> {
  const repository: unknown =
    typeof job.payload === "object" && job.payload !== null ? Reflect.get(job.payload, "repository") : undefined;
  if (job.source === undefined || typeof repository !== "string") return;
  const organisation = await store.forOrganisation(job.organisation);
  await organisation.sourceRepositories.noteFailed(job.source, repository, error);
}
