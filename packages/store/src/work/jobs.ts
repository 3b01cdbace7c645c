/** Jobs: work that outlives a request, with its state for all to see. At least once, with retries. */
import { randomUUID } from "node:crypto";
import type { Engine } from "../engines/engine.ts";
import type { JobTable } from "../schema/work.ts";
import type { Scope } from "../scope.ts";
import { type ClaimOptions, claimRows } from "./claim.ts";

export interface Job {
  readonly id: string;
  /** Number of the organisation in this store; see `organisations()`. */
  readonly org: number;
  readonly kind: string;
  readonly payload: unknown;
  readonly state: JobTable["state"];
  readonly attempts: number;
  readonly most: number;
  readonly due: number;
  readonly progress?: unknown;
  readonly result?: unknown;
  readonly error?: string;
  readonly created: number;
  readonly finished?: number;
}

export interface JobInput {
  readonly kind: string;
  readonly payload: unknown;
  /** Attempts; default 5. */
  readonly most?: number;
  readonly due?: number;
}

export async function enqueueJob(
  { db }: Scope,
  { kind, payload, most = 5, due }: JobInput,
  now: number,
): Promise<string> {
  const id = `job_${randomUUID().replaceAll("-", "")}`;
  await db
    .insertInto("job")
    .values({
      id,
      kind,
      payload: JSON.stringify(payload),
      state: "queued",
      attempts: 0,
      most,
      due: due ?? now,
      lease: null,
      leased_until: null,
      progress: null,
      result: null,
      error: null,
      created: now,
      finished: null,
    })
    .execute();
  return id;
}

/** Newest first. */
export async function listJobs(scope: Scope, limit: number = 100): Promise<Job[]> {
  const rows = await scope.db
    .selectFrom("job")
    .selectAll()
    .orderBy("created", "desc")
    .limit(Math.min(limit, 500))
    .execute();
  return rows.map((row) => present({ ...row, org: scope.org }));
}

export async function findJob(scope: Scope, id: string): Promise<Job | undefined> {
  const row = await scope.db.selectFrom("job").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : present({ ...row, org: scope.org });
}

/** True where it was not finished before. A worker that runs it learns of it at its next progress. */
export async function cancelJob({ db }: Scope, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("job")
    .set({ state: "cancelled", lease: null, finished: now })
    .where("id", "=", id)
    .where("state", "in", ["queued", "running"])
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

type Claimed = Pick<Job, "org" | "id">;

export interface JobClaims {
  claim(options: ClaimOptions): Promise<Job[]>;
  /** Says how far it is and holds the lease until `until`; false: the lease is lost or the job cancelled. Stop then. */
  progress(job: Claimed, lease: string, progress: unknown, until: number): Promise<boolean>;
  done(job: Claimed, lease: string, result: unknown, now: number): Promise<boolean>;
  /** Tries again at `due`, or fails for good after its last attempt. */
  failed(job: Claimed, lease: string, error: string, due: number, now: number): Promise<boolean>;
}

export function openJobs(engine: Engine): JobClaims {
  const table = { table: "job", key: ["org", "id"], open: ["queued", "running"], claimed: "running" } as const;
  const settle = async ({ org, id }: Claimed, lease: string, set: Partial<JobTable>) => {
    const { numUpdatedRows } = await engine.write
      .updateTable("job")
      .set(set)
      .where("org", "=", org)
      .where("id", "=", id)
      .where("lease", "=", lease)
      .where("state", "=", "running")
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  };
  return {
    claim: async (options) => (await claimRows<JobTable>(engine, table, options)).map(present),
    progress: async (job, lease, progress, until) =>
      await settle(job, lease, { progress: JSON.stringify(progress), due: until }),
    done: async (job, lease, result, now) =>
      await settle(job, lease, { state: "done", result: JSON.stringify(result ?? null), lease: null, finished: now }),
    async failed(job, lease, error, due, now) {
      const row = await engine.write
        .selectFrom("job")
        .select(["attempts", "most"])
        .where("org", "=", job.org)
        .where("id", "=", job.id)
        .executeTakeFirst();
      const last = row !== undefined && row.attempts >= row.most;
      return await settle(
        job,
        lease,
        last ? { state: "failed", error, lease: null, finished: now } : { state: "queued", error, lease: null, due },
      );
    },
  };
}

function present(row: JobTable): Job {
  const { payload, lease: _lease, leased_until: _until, progress, result, error, finished, ...rest } = row;
  return {
    ...rest,
    payload: JSON.parse(payload) as unknown,
    ...(progress === null ? {} : { progress: JSON.parse(progress) as unknown }),
    ...(result === null ? {} : { result: JSON.parse(result) as unknown }),
    ...(error === null ? {} : { error }),
    ...(finished === null ? {} : { finished }),
  };
}
