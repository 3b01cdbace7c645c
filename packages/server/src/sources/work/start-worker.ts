/** A process that does nothing but jobs: any number of them, on any number of machines, share one PostgreSQL. */
import { writeFile } from "node:fs/promises";
import { Failure } from "@freehold/engine";
import { openStore, steadyNow } from "@freehold/store";
import { type Settings, settingsSchema } from "../../config/settings.ts";
import { withoutPassword } from "../../config/shown.ts";
import { wantedTracing } from "../../operation/tracing/wanted-tracing.ts";
import { sourceRules } from "../rules.ts";
import { openWorking } from "./open-tools.ts";

export interface WorkerOptions {
  /** `postgres://…`. */
  readonly database: string;
  readonly settings?: Settings;
  /** A file whose time says that the worker lives: it is written every ten seconds while it takes jobs. */
  readonly heartbeat?: string;
  /** Told of what went wrong, for the log. */
  readonly failed: (error: unknown, job?: { readonly id: string; readonly kind: string }) => void;
}

export interface Worker {
  /** Ids of the jobs that run. */
  readonly running: () => readonly string[];
  /** Takes nothing new, waits so long (milliseconds) for what runs, and gives back what is left. */
  readonly close: (patience: number) => Promise<void>;
}

const HEARTBEAT = 10_000;
/** A loop that did not come round for so long is stuck. */
const STUCK = 60_000;

/** Throws a `Failure` where the database is no PostgreSQL, or can't be opened. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { database, settings = settingsSchema.parse({}), heartbeat, failed } = options;
  if (!/^postgres(?:ql)?:/.test(database)) {
    throw new Failure(
      "worker/needs-postgres",
      "workers share their jobs by PostgreSQL, and the database is a file",
      "Name one: --db postgres://user@host/name. With a file the server does its jobs itself: freehold serve.",
    );
  }
  const tracing = await wantedTracing(settings, (said) => failed(new Error(`spans were not sent: ${said}`)));
  const store = await openStore({ at: database }).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure("worker/database", `the database ${withoutPassword(database)} can't be opened: ${message}`);
  });
  const working = openWorking(store, sourceRules(store, settings), settings, failed);
  const beat = heartbeat === undefined ? undefined : setInterval(() => void tell(heartbeat), HEARTBEAT);
  if (heartbeat !== undefined) await tell(heartbeat);
  return {
    running: working.running,
    async close(patience) {
      clearInterval(beat);
      await working.close(patience);
      await store.close();
      await tracing?.close();
    },
  };

  async function tell(file: string): Promise<void> {
    if (steadyNow() - working.alive() > STUCK) return;
    await writeFile(file, `${new Date().toISOString()} ${working.running().length} jobs\n`).catch((error: unknown) =>
      failed(error),
    );
  }
}
