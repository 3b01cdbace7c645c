/** The queue of a SQLite database: the rows themselves. A claim moves `due` to the end of its lease. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Engine } from "../engines/engine.ts";
import type { JobTable } from "../schema/work.ts";
import type { JobQueue, QueueOptions, TakenJob } from "./queue.ts";
import { given, insertJob, insisting, LEFT, renewJob, settleJob, takenJobs, waitAgain } from "./rows.ts";

const LEASE = 60_000;

export function openTableQueue(engine: Engine, { now }: QueueOptions): JobQueue {
  const db = engine.write;
  const reclaim = async () => {
    const ended = { state: "dead", error: JSON.stringify(LEFT), lease: null, finished: now() } as const;
    await db
      .updateTable("job")
      .set(ended)
      .where("state", "=", "running")
      .where("due", "<=", now())
      .whereRef("attempts", ">=", "most")
      .execute();
  };
  return {
    lease: LEASE,
    reclaim,
    enqueue: async (org, input) =>
      await insisting(async () => await insertJob(db, org, input, { now: now(), lease: null })),
    async take(limit) {
      await reclaim();
      const { rows } = await sql<JobTable>`
        update job set state = 'running', lease = ${randomUUID()}, due = ${now() + LEASE}, attempts = attempts + 1,
          started = ${now()}, progress = null
        where (org, id) in (
          select org, id from job j where state in ('queued', 'failed', 'running') and due <= ${now()}
            and (state = 'running' or not exists (
              select 1 from job r where r.org = j.org and r.key = j.key and r.state = 'running'))
          order by due limit ${limit})
        returning *`.execute(db);
      return await takenJobs(db, rows);
    },
    hold: async (job, progress) =>
      await settleJob(db, job, {
        due: now() + LEASE,
        ...(progress === undefined ? {} : { progress: JSON.stringify(progress) }),
      }),
    done: async (job, result) => await settleJob(db, job, given.done(result, now())),
    async failed(job, error, after) {
      if (after === "never" || job.attempts >= job.most) return await settleJob(db, job, given.dead(error, now()));
      return await again(job, { ...given.failed(error, now() + after), lease: null });
    },
    postpone: async (job, until, why) => await again(job, { ...given.postponed(job, why, until), lease: null }),
    giveBack: async (job) => await again(job, { ...given.back(job, now()), lease: null }),
    retry: async (org, id) => void (await renewJob(db, org, id, { due: now(), lease: null })),
    within: (within) => openTableQueue(within, { now }),
    close: async () => {},
  };

  async function again(job: TakenJob, set: Partial<JobTable>): Promise<boolean> {
    return await db.transaction().execute(async (tx) => await waitAgain(tx, job, set, now()));
  }
}
