/** The rows of jobs as both carriers change them; each says itself what `lease` and `due` mean to it. */
import { randomUUID } from "node:crypto";
import type { Db } from "../engines/engine.ts";
import type { JobTable } from "../schema/work.ts";
import { StoreError } from "../store-error.ts";
import { type JobError, type JobInput, presentJob } from "./jobs.ts";
import type { Enqueued, TakenJob } from "./queue.ts";

/** Writes a job that waits, unless one with its key does; `lease` is of the one that is written. */
export async function insertJob(
  db: Db,
  org: number,
  { kind, key, source, payload, most = 5, due }: JobInput,
  { now, lease }: { readonly now: number; readonly lease: string | null },
): Promise<Enqueued> {
  const id = `job_${randomUUID().replaceAll("-", "")}`;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("job")
    .values({
      org,
      id,
      kind,
      payload: JSON.stringify(payload ?? null),
      state: "queued",
      attempts: 0,
      most,
      due: due ?? now,
      lease,
      leased_until: null,
      progress: null,
      result: null,
      error: null,
      created: now,
      finished: null,
      key: key ?? null,
      source: source ?? null,
      started: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return { id, fresh: true };
  const waiting = await db
    .selectFrom("job")
    .select("id")
    .where("org", "=", org)
    .where("key", "=", key ?? null)
    .where("state", "in", ["queued", "failed"])
    .executeTakeFirst();
  // It was taken in between: what it was to see may have changed after that, so that another is needed.
  if (waiting === undefined) throw new TakenMeanwhile();
  return { id: waiting.id, fresh: false };
}

class TakenMeanwhile extends Error {
  override readonly name = "TakenMeanwhile";
}

/** Tries again where the job that stood in the way was taken meanwhile. */
export async function insisting<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TakenMeanwhile) || attempt === 5) throw error;
    }
  }
}

/** Changes a job that is still the caller's. Whether it is. */
export async function settleJob(
  db: Db,
  { org, id, lease }: Pick<TakenJob, "org" | "id" | "lease">,
  set: Partial<JobTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("job")
    .set(set)
    .where("org", "=", org)
    .where("id", "=", id)
    .where("lease", "=", lease)
    .where("state", "=", "running")
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Lets a job that is still the caller's wait again; one with its key that waits has nothing of its own to do then. */
export async function waitAgain(db: Db, job: TakenJob, set: Partial<JobTable>, now: number): Promise<boolean> {
  if (!(await settleJob(db, job, { leased_until: null }))) return false;
  if (job.key !== undefined) {
    await db
      .updateTable("job")
      .set({ state: "cancelled", lease: null, finished: now, result: JSON.stringify({ instead: job.id }) })
      .where("org", "=", job.org)
      .where("key", "=", job.key)
      .where("id", "!=", job.id)
      .where("state", "in", ["queued", "failed"])
      .execute();
  }
  return await settleJob(db, job, set);
}

export const given = {
  done: (result: unknown, now: number) =>
    ({ state: "done", result: JSON.stringify(result ?? null), error: null, lease: null, finished: now }) as const,
  dead: (error: JobError, now: number) =>
    ({ state: "dead", error: JSON.stringify(error), lease: null, finished: now }) as const,
  failed: (error: JobError, due: number) => ({ state: "failed", error: JSON.stringify(error), due }) as const,
  postponed: ({ attempts }: TakenJob, why: JobError, due: number) =>
    ({ state: "queued", error: JSON.stringify(why), due, attempts: attempts - 1 }) as const,
  back: ({ attempts }: TakenJob, due: number) => ({ state: "queued", due, attempts: attempts - 1 }) as const,
};

/** Said of a job whose worker ended without a word, each time. */
export const LEFT: JobError = {
  code: "job/left",
  message: "whoever worked on it ended without saying so, at its last attempt too",
  hint: "Look into the log of the worker: it may lack memory. Then try the job again.",
};

/** Makes a job that ended wait anew. Throws `store/not-found`, `store/conflict`. */
export async function renewJob(db: Db, org: number, id: string, set: Partial<JobTable>): Promise<JobTable> {
  const found = await db.selectFrom("job").selectAll().where("org", "=", org).where("id", "=", id).executeTakeFirst();
  if (found === undefined) throw new StoreError("store/not-found", `there is no job "${id}"`);
  if (["queued", "running", "done"].includes(found.state)) {
    throw new StoreError(
      "store/conflict",
      `the job is ${found.state}: only one that failed or was cancelled is tried again`,
    );
  }
  if (found.key !== null && (await waits(db, found))) {
    throw new StoreError("store/conflict", "another job with the same task waits already");
  }
  const renewed = {
    ...found,
    state: "queued",
    attempts: 0,
    error: null,
    finished: null,
    result: null,
    ...set,
  } as const;
  await db.updateTable("job").set(renewed).where("org", "=", org).where("id", "=", id).execute();
  return renewed;
}

async function waits(db: Db, { org, id, key }: JobTable): Promise<boolean> {
  const found = await db
    .selectFrom("job")
    .select("id")
    .where("org", "=", org)
    .where("key", "=", key)
    .where("id", "!=", id)
    .where("state", "in", ["queued", "failed"])
    .executeTakeFirst();
  return found !== undefined;
}

/** Adds what a row says of its organisation by number. */
export async function takenJobs(db: Db, rows: readonly JobTable[]): Promise<TakenJob[]> {
  if (rows.length === 0) return [];
  const known = await db
    .selectFrom("organisation")
    .select(["key", "id"])
    .where("key", "in", [...new Set(rows.map(({ org }) => org))])
    .execute();
  const ids = new Map(known.map(({ key, id }) => [key, id]));
  return rows.map((row) => ({
    ...presentJob(row),
    org: row.org,
    organisation: ids.get(row.org) ?? "",
    lease: row.lease ?? "",
  }));
}
