/** What waits in the database to be worked off, of all organisations: how much, and for how long. */
import { sql } from "kysely";
import type { Engine } from "../engines/engine.ts";
import type { JobTable } from "../schema/work.ts";

export interface Backlog {
  /** Jobs by kind and state; `failed` is tried again, `dead` is not. Ended ones are forgotten after a while. */
  readonly jobs: readonly { readonly kind: string; readonly state: JobTable["state"]; readonly count: number }[];
  /** By kind: milliseconds since the job that waits longest could have been begun. */
  readonly jobAges: readonly { readonly kind: string; readonly age: number }[];
  readonly queues: readonly QueueBacklog[];
}

export interface QueueBacklog {
  readonly queue: "events" | "deliveries" | "mails" | "assessments";
  readonly waiting: number;
  /** Milliseconds since what waits longest was due; absent where nothing is, and where nobody notes when. */
  readonly age?: number;
  /** Given up, until somebody looks at it. */
  readonly dead?: number;
}

const TABLES = { events: "outbox", deliveries: "delivery", mails: "mail" } as const;

/** `now` in milliseconds. O(jobs that are kept + what waits). */
export async function backlog(engine: Engine, now: number): Promise<Backlog> {
  const jobs = await engine.read
    .selectFrom("job")
    .select(["kind", "state", sql<number>`count(*)`.as("count")])
    .groupBy(["kind", "state"])
    .orderBy("kind")
    .orderBy("state")
    .execute();
  const due = await engine.read
    .selectFrom("job")
    .select(["kind", sql<number>`min(due)`.as("since")])
    .where("state", "in", ["queued", "failed"])
    .where("due", "<=", now)
    .groupBy("kind")
    .orderBy("kind")
    .execute();
  const queues: QueueBacklog[] = [];
  for (const queue of ["events", "deliveries", "mails"] as const) queues.push(await queueBacklog(engine, queue, now));
  const { waiting } = await engine.read
    .selectFrom("assess_queue")
    .select(sql<number>`count(*)`.as("waiting"))
    .executeTakeFirstOrThrow();
  queues.push({ queue: "assessments", waiting });
  return { jobs, jobAges: due.map(({ kind, since }) => ({ kind, age: now - since })), queues };
}

/** States are said in the statement, so that the indexes of those few rows are used. */
async function queueBacklog(engine: Engine, queue: keyof typeof TABLES, now: number): Promise<QueueBacklog> {
  const table = TABLES[queue];
  const pending = await engine.read
    .selectFrom(table)
    .select([sql<number>`count(*)`.as("waiting"), sql<number | null>`min(due)`.as("since")])
    .where("state", "=", sql.lit("pending" as const))
    .executeTakeFirstOrThrow();
  const { dead } = await engine.read
    .selectFrom(table)
    .select(sql<number>`count(*)`.as("dead"))
    .where("state", "=", sql.lit("dead" as const))
    .executeTakeFirstOrThrow();
  const { waiting, since } = pending;
  return { queue, waiting, dead, ...(since === null || since > now ? {} : { age: now - since }) };
}
