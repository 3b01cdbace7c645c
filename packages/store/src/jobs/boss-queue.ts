/**
 * The queue of a PostgreSQL database: pg-boss gives work to any number of processes on any number of machines.
 *
 * What it carries is a ticket, which names a row of `job`; the row names the ticket that counts, so that an old one
 * does nothing. Rows and tickets change in one transaction. While a job runs, its lease is the ticket with the number
 * of the ticket's attempt: whoever lost it is told so by both.
 *
 *   row queued ── lease: ticket ──► fetched ──► running, lease: ticket/attempt ──► done, dead, or a new ticket
 *                                      ▲                      │ no heartbeat: pg-boss gives the ticket out again
 *                                      └──────────────────────┘
 */
import { randomUUID } from "node:crypto";
import { type Kysely, sql, type Transaction } from "kysely";
import { fromKysely, type Job as Ticket, PgBoss } from "pg-boss";
import type { Engine } from "../engines/engine.ts";
import type { Schema } from "../schema.ts";
import type { JobTable } from "../schema/work.ts";
import { JOBS_SCHEMA } from "./jobs-schema.ts";
import type { JobQueue, QueueOptions, TakenJob } from "./queue.ts";
import { given, insertJob, insisting, LEFT, renewJob, settleJob, takenJobs, waitAgain } from "./rows.ts";

const QUEUE = "freehold";
const LEASE_SECONDS = 60;
/** pg-boss allows less than a day. */
const LONGEST_SECONDS = 23 * 3600;
const DAY_SECONDS = 24 * 3600;
const WATCH_SECONDS = 20;
const BUSY_MILLISECONDS = 5000;
const UNIQUE_VIOLATION = "23505";

interface Payload {
  readonly org: number;
  readonly id: string;
}

interface BossOptions extends QueueOptions {
  readonly url: string;
}

type Db = Kysely<Schema> | Transaction<Schema>;

export function openBossQueue(engine: Engine, { url, now }: BossOptions): JobQueue {
  return queueOver(engine, connectLater(url), now);
}

function queueOver(engine: Engine, connection: ReturnType<typeof connectLater>, now: () => number): JobQueue {
  const db = engine.write;

  return {
    lease: LEASE_SECONDS * 1000,
    reclaim: async () => await (await connection.boss()).supervise(QUEUE),
    async enqueue(org, input) {
      const boss = await connection.boss();
      const ticket = randomUUID();
      return await insisting(
        async () =>
          await db.transaction().execute(async (tx) => {
            const made = await insertJob(tx, org, input, { now: now(), lease: ticket });
            if (made.fresh) await send(boss, tx, { org, id: made.id, key: input.key, ticket, due: input.due ?? now() });
            return made;
          }),
      );
    },
    async take(limit) {
      const boss = await connection.boss();
      const taken: TakenJob[] = [];
      // Tickets that count no more may stand before those that do.
      while (taken.length < limit) {
        const tickets = await boss.fetch<Payload>(QUEUE, { batchSize: limit - taken.length });
        if (tickets.length === 0) break;
        for (const ticket of tickets) taken.push(...(await begun(boss, ticket)));
      }
      return taken;
    },
    async hold(job, progress) {
      if (missed(await (await connection.boss()).touch(QUEUE, attemptOf(job)))) return false;
      return await settleJob(
        db,
        job,
        progress === undefined ? { leased_until: null } : { progress: JSON.stringify(progress) },
      );
    },
    done: async (job, result) => await end(job, given.done(result, now())),
    async failed(job, error, after) {
      if (after === "never" || job.attempts >= job.most) return await end(job, given.dead(error, now()));
      return await again(job, given.failed(error, now() + after), now() + after);
    },
    postpone: async (job, until, why) => await again(job, given.postponed(job, why, until), until),
    giveBack: async (job) => await again(job, given.back(job, now()), now()),
    async retry(org, id) {
      const boss = await connection.boss();
      const ticket = randomUUID();
      await db.transaction().execute(async (tx) => {
        const { key } = await renewJob(tx, org, id, { due: now(), lease: ticket });
        await send(boss, tx, { org, id, key: key ?? undefined, ticket, due: now() });
      });
    },
    within: (within) => queueOver(within, connection, now),
    close: async () => await connection.close(),
  };

  /** The job of a ticket, or none where the ticket counts no more. */
  async function begun(boss: PgBoss, ticket: Ticket<Payload> & { readonly retryCount: number }): Promise<TakenJob[]> {
    const { id: number, retryCount, data } = ticket;
    const lease = `${number}/${retryCount}`;
    const rows = await claimed(data, number, lease);
    if (rows === "busy") {
      await later(boss, { ...data, number, retryCount });
      return [];
    }
    const [job] = await takenJobs(db, rows);
    if (job === undefined) {
      await boss.complete(QUEUE, { id: number, retryCount });
      return [];
    }
    if (job.attempts <= job.most) return [job];
    await end(job, given.dead(LEFT, now()));
    return [];
  }

  async function claimed({ org, id }: Payload, ticket: string, lease: string): Promise<readonly JobTable[] | "busy"> {
    try {
      const { rows } = await sql<JobTable>`
        update job set state = 'running', lease = ${lease}, attempts = attempts + 1, started = ${now()}, progress = null
        where org = ${org} and id = ${id} and (
          (state in ('queued', 'failed') and lease = ${ticket}) or
          (state = 'running' and starts_with(lease, ${`${ticket}/`})))
        returning *`.execute(db);
      return rows;
    } catch (error) {
      if (isTaken(error)) return "busy";
      throw error;
    }
  }

  /** Another job with its key counts as running: its worker died, and its own ticket is to come first. */
  async function later(boss: PgBoss, at: Payload & { readonly number: string; readonly retryCount: number }) {
    const { org, id, number, retryCount } = at;
    const ticket = randomUUID();
    await db.transaction().execute(async (tx) => {
      const waiting = await tx
        .updateTable("job")
        .set({ lease: ticket })
        .where("org", "=", org)
        .where("id", "=", id)
        .where("lease", "=", number)
        .returning("key")
        .executeTakeFirst();
      await boss.complete(QUEUE, { id: number, retryCount }, null, { db: fromKysely(tx) });
      if (waiting === undefined) return;
      await send(boss, tx, { org, id, key: waiting.key ?? undefined, ticket, due: now() + BUSY_MILLISECONDS });
    });
  }

  async function end(job: TakenJob, set: Partial<JobTable>): Promise<boolean> {
    const boss = await connection.boss();
    return await db.transaction().execute(async (tx) => {
      if (!(await settleJob(tx, job, set))) return false;
      await boss.complete(QUEUE, attemptOf(job), null, { db: fromKysely(tx) });
      return true;
    });
  }

  async function again(job: TakenJob, set: Partial<JobTable>, due: number): Promise<boolean> {
    const boss = await connection.boss();
    const ticket = randomUUID();
    return await db.transaction().execute(async (tx) => {
      if (!(await waitAgain(tx, job, { ...set, lease: ticket }, now()))) return false;
      await boss.complete(QUEUE, attemptOf(job), null, { db: fromKysely(tx) });
      await send(boss, tx, { org: job.org, id: job.id, key: job.key, ticket, due });
      return true;
    });
  }

  async function send(
    boss: PgBoss,
    tx: Db,
    job: Payload & { readonly key: string | undefined; readonly ticket: string; readonly due: number },
  ): Promise<void> {
    const { org, id, key, ticket, due } = job;
    // Of its clock, which is the database's, only the difference is asked for.
    const startAfter = Math.max(0, Math.ceil((due - now()) / 1000));
    await boss.send(
      QUEUE,
      { org, id },
      { id: ticket, startAfter, singletonKey: key === undefined ? id : `${org} ${key}`, db: fromKysely(tx) },
    );
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION;
}

/** Whether a call to pg-boss found nothing to do; its types do not say what it answers. */
function missed(response: object): boolean {
  return "affected" in response && response.affected === 0;
}

function attemptOf({ lease }: TakenJob): { readonly id: string; readonly retryCount: number } {
  const [id = "", attempt = "0"] = lease.split("/");
  return { id, retryCount: Number(attempt) };
}

/** pg-boss takes connections and timers of its own: only who works or has work for others needs it. */
function connectLater(url: string): { readonly boss: () => Promise<PgBoss>; readonly close: () => Promise<void> } {
  let started: Promise<PgBoss> | undefined;
  return {
    async boss() {
      started ??= connect(url);
      try {
        return await started;
      } catch (error) {
        started = undefined;
        throw error;
      }
    },
    async close() {
      await (await started)?.stop({ graceful: false });
    },
  };
}

async function connect(url: string): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "freehold",
    schema: JOBS_SCHEMA,
    max: 3,
    schedule: false,
    registerInstance: false,
    superviseIntervalSeconds: WATCH_SECONDS,
    monitorIntervalSeconds: WATCH_SECONDS,
  });
  // What fails in the background is tried again there; what fails for a caller is thrown to them.
  boss.on("error", () => undefined);
  await boss.start();
  await boss.createQueue(QUEUE, {
    policy: "singleton",
    heartbeatSeconds: LEASE_SECONDS,
    expireInSeconds: LONGEST_SECONDS,
    // The row counts attempts; a ticket is given out as often as its holder dies.
    retryLimit: 1000,
    retryDelay: 0,
    deleteAfterSeconds: 3600,
    retentionSeconds: 30 * DAY_SECONDS,
  });
  return boss;
}
