/** The outbox: events that were written with the change that they tell of, until somebody delivered them. */
import { sql } from "kysely";
import type { Engine } from "../engines/engine.ts";
import type { OutboxTable } from "../schema/organisation.ts";
import type { Scope } from "../scope.ts";
import { type ClaimOptions, claimRows } from "../work/claim.ts";

export interface StoredEvent {
  /** The same for every attempt. */
  readonly id: string;
  readonly organisation: string;
  /** `product.created`, `product.changed`, … */
  readonly type: string;
  /** Id of what it is about. */
  readonly subject: string;
  readonly at: number;
  readonly revision: number;
  /** Its place among the changes of that revision. */
  readonly ordinal: number;
  /** Names of the fields that changed; whoever may see more asks for it. */
  readonly data: unknown;
  readonly attempts: number;
}

export interface OutboxClaims {
  /** Events that are due, of all organisations. */
  claim(options: ClaimOptions): Promise<StoredEvent[]>;
  /** They were delivered. */
  done(ids: readonly string[], lease: string): Promise<void>;
  /** It was not; try again at `due`. */
  retry(id: string, lease: string, due: number, error: string): Promise<void>;
  /** It never will be: kept for a person to look at and replay. */
  bury(id: string, lease: string, error: string): Promise<void>;
  /** Removes delivered events from before a time. */
  prune(before: number): Promise<number>;
}

const TABLE = { table: "outbox", key: ["org", "revision", "ordinal"], open: ["pending"] } as const;

export function openOutbox(engine: Engine): OutboxClaims {
  const settle = async (id: string, lease: string, set: Partial<OutboxTable>) => {
    const { org, revision, ordinal } = parseId(id);
    await engine.write
      .updateTable("outbox")
      .set({ ...set, lease: null })
      .where("org", "=", org)
      .where("revision", "=", revision)
      .where("ordinal", "=", ordinal)
      .where("lease", "=", lease)
      .execute();
  };
  return {
    async claim(options) {
      const rows = await claimRows<OutboxTable>(engine, TABLE, options);
      const organisations = await engine.read.selectFrom("organisation").select(["key", "id"]).execute();
      const ids = new Map(organisations.map(({ key, id }) => [key, id]));
      return rows
        .map((row) => present(row, ids.get(row.org) ?? ""))
        .sort((a, b) => a.at - b.at || a.revision - b.revision);
    },
    done: async (ids, lease) => await markDone(engine, ids, lease),
    retry: async (id, lease, due, error) => await settle(id, lease, { due, error }),
    bury: async (id, lease, error) => await settle(id, lease, { state: "dead", error }),
    async prune(before) {
      const result = await engine.write
        .deleteFrom("outbox")
        .where("state", "=", "done")
        .where("at", "<", before)
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

/** One transaction, and one statement for each revision: a wait for the disk for every event would hold up all requests. */
async function markDone(engine: Engine, ids: readonly string[], lease: string): Promise<void> {
  if (ids.length === 0) return;
  const revisions = Map.groupBy(ids.map(parseId), ({ org, revision }) => `${org} ${revision}`);
  await engine.write.transaction().execute(async (db) => {
    for (const events of revisions.values()) {
      const [{ org, revision } = { org: -1, revision: -1 }] = events;
      await db
        .updateTable("outbox")
        .set({ state: "done", error: null, lease: null })
        .where("org", "=", org)
        .where("revision", "=", revision)
        .where(
          "ordinal",
          "in",
          events.map(({ ordinal }) => ordinal),
        )
        .where("lease", "=", lease)
        .execute();
    }
  });
}

/** One event by its id, whatever became of it. */
export async function findEvent(scope: Scope, organisation: string, id: string): Promise<StoredEvent | undefined> {
  const { org, revision, ordinal } = parseId(id);
  if (org !== scope.org) return undefined;
  const row = await scope.db
    .selectFrom("outbox")
    .selectAll()
    .where("revision", "=", revision)
    .where("ordinal", "=", ordinal)
    .executeTakeFirst();
  return row === undefined ? undefined : present(row as unknown as OutboxTable, organisation);
}

/** A place in the order of all events of an organisation. */
export interface EventPlace {
  readonly revision: number;
  /** Absent: after everything of that revision. */
  readonly ordinal?: number;
}

/** Events after a place, in order. Nothing can come in before it later: revisions are committed one after the other. */
export async function eventsAfter(
  { db }: Scope,
  organisation: string,
  { revision, ordinal = MOST_ORDINAL }: EventPlace,
  limit: number,
): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom("outbox")
    .selectAll()
    .where("revision", ">=", revision)
    .where((or) => or.or([or("revision", ">", revision), or("ordinal", ">", ordinal)]))
    .orderBy("revision")
    .orderBy("ordinal")
    .limit(limit)
    .execute();
  return (rows as unknown as OutboxTable[]).map((row) => present(row, organisation));
}

/** Ordinals are 32 bits on PostgreSQL. */
const MOST_ORDINAL = 2 ** 31 - 1;

/** When a revision was made; undefined where there was none of that number. */
export async function revisionTime({ db }: Scope, revision: number): Promise<number | undefined> {
  const row = await db.selectFrom("revision").select("at").where("number", "=", revision).executeTakeFirst();
  return row?.at;
}

/** Dead events of an organisation, newest first. */
export async function deadEvents(
  { db }: Scope,
  organisation: string,
): Promise<(StoredEvent & { readonly error: string })[]> {
  const rows = await db
    .selectFrom("outbox")
    .selectAll()
    .where("state", "=", sql.lit("dead" as const))
    .orderBy("revision", "desc")
    .limit(500)
    .execute();
  return (rows as unknown as OutboxTable[]).map((row) => ({ ...present(row, organisation), error: row.error ?? "" }));
}

/** Makes events due again, whatever became of them: those after a revision, or one by its id. Returns how many. */
export async function replayEvents(
  scope: Scope,
  which: { readonly since: number } | { readonly id: string },
  now: number,
): Promise<number> {
  let query = scope.db.updateTable("outbox").set({ state: "pending", due: now, attempts: 0, lease: null, error: null });
  if ("since" in which) query = query.where("revision", ">", which.since);
  else {
    const { org, revision, ordinal } = parseId(which.id);
    if (org !== scope.org) return 0;
    query = query.where("revision", "=", revision).where("ordinal", "=", ordinal);
  }
  const result = await query.executeTakeFirst();
  return Number(result.numUpdatedRows);
}

function present(row: OutboxTable, organisation: string): StoredEvent {
  const { org, revision, ordinal, type, subject, at, data, attempts } = row;
  return {
    id: `evt_${org}_${revision}_${ordinal}`,
    organisation,
    type,
    subject,
    at,
    revision,
    ordinal,
    data: data === null ? undefined : JSON.parse(data),
    attempts,
  };
}

/** An id that is none names no event. */
function parseId(id: string): { readonly org: number; readonly revision: number; readonly ordinal: number } {
  const [, org = -1, revision = -1, ordinal = -1] = /^evt_(\d+)_(\d+)_(\d+)$/.exec(id)?.map(Number) ?? [];
  return { org, revision, ordinal };
}
