/** Two stores on one database, as two processes have them, with a clock that the test moves. */
import { Client } from "pg";
import { afterFile } from "../../../../tests/after-file.ts";
import { type Backlog, type JobQueue, openStore, type OrganisationStore, type Store } from "../../src/index.ts";
import type { TestDatabase, TestEngine } from "../engines.ts";

export interface Queues extends AsyncDisposable {
  readonly first: JobQueue;
  readonly second: JobQueue;
  readonly acme: OrganisationStore;
  readonly organisation: string;
  now(): number;
  prune(before: number): Promise<void>;
  backlog(): Promise<Backlog>;
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): Promise<void>;
}

interface Pair {
  readonly database: TestDatabase;
  readonly stores: readonly [Store, Store];
}

let now = Date.UTC(2026, 0, 1);
let organisations = 0;
const pairs = new Map<TestEngine, Promise<Pair>>();

function share(engine: TestEngine): Promise<Pair> {
  const pair = open(engine);
  pairs.set(engine, pair);
  afterFile(async () => {
    pairs.delete(engine);
    const { database, stores } = await pair;
    for (const store of stores) await store.close();
    await database.remove();
  });
  return pair;
}

/** All tests of a file share the database, which takes seconds to make; each leaves no job behind. */
export async function makeQueues(engine: TestEngine): Promise<Queues> {
  const pair = pairs.get(engine) ?? share(engine);
  const { database, stores } = await pair;
  const [one, two] = stores;
  const organisation = `acme-${organisations++}`;
  await one.createOrganisation({ id: organisation, name: "Acme" });
  const acme = await one.forOrganisation(organisation);
  return {
    first: one.jobs,
    second: two.jobs,
    acme,
    organisation,
    now: () => now,
    prune: async (before) => await one.prune(before),
    backlog: async () => await one.backlog(now),
    async pass(milliseconds) {
      now += milliseconds;
      if (engine.name === "postgres") await age(database.at, milliseconds);
    },
    async [Symbol.asyncDispose]() {
      const open = await acme.jobs.list({ states: ["queued", "failed", "running"], limit: 500 });
      for (const { id } of open.items) await acme.jobs.cancel(id);
      if (engine.name === "postgres") await onServer(database.at, "delete from freehold_boss.job", []);
    },
  };
}

async function open(engine: TestEngine): Promise<Pair> {
  const database = await engine.make();
  const options = { at: database.at, now: () => now };
  return { database, stores: [await openStore(options), await openStore(options)] };
}

/** pg-boss goes by the clock of the database: what it wrote down becomes older instead. */
async function age(at: string, milliseconds: number): Promise<void> {
  const times = earlier(["start_after", "heartbeat_on", "started_on", "created_on"]);
  await onServer(at, `update freehold_boss.job set ${times}`, [milliseconds]);
  // It looks for the dead once in a while.
  await onServer(at, `update freehold_boss.queue set ${earlier(["monitor_claim_on"])}`, [milliseconds]);
}

function earlier(columns: readonly string[]): string {
  return columns.map((column) => `${column} = ${column} - $1 * interval '1 ms'`).join(", ");
}

async function onServer(at: string, statement: string, values: readonly unknown[]): Promise<void> {
  const client = new Client({ connectionString: at });
  await client.connect();
  try {
    await client.query(statement, [...values]);
  } finally {
    await client.end();
  }
}
