/** The queue for a database: pg-boss on PostgreSQL, the rows themselves on SQLite. */
import type { Engine } from "../engines/engine.ts";
import type { JobQueue } from "./queue.ts";
import { openTableQueue } from "./table-queue.ts";
import { steadyNow } from "../steady-clock.ts";

interface Options {
  readonly at: string;
  readonly now?: () => number;
}

/** pg-boss is loaded where it is used: a server on SQLite starts without it. */
export async function openQueue(engine: Engine, { at, now = steadyNow }: Options): Promise<JobQueue> {
  if (engine.kind === "sqlite") return openTableQueue(engine, { now });
  const { openBossQueue } = await import("./boss-queue.ts");
  return openBossQueue(engine, { url: at, now });
}
