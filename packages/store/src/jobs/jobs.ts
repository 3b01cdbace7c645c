/** Jobs: work that outlives a request, with its state for all to see. */
import type { Engine } from "../engines/engine.ts";
import type { JobTable } from "../schema/work.ts";
import { readCursor, writeCursor } from "../queries/cursor.ts";
import { MOST_ITEMS } from "../queries/list-products.ts";
import type { Scope } from "../scope.ts";

export interface Job {
  readonly id: string;
  readonly kind: string;
  /** What it is about: of jobs with one key at most one waits and one runs. */
  readonly key?: string;
  /** Id of the source that it belongs to. */
  readonly source?: string;
  readonly payload: unknown;
  /** `failed`: the last attempt did, and another waits; `dead`: there is none. */
  readonly state: JobTable["state"];
  /** Begun so far. */
  readonly attempts: number;
  readonly most: number;
  /** When it is to be done; of one that waits. */
  readonly due?: number;
  readonly progress?: unknown;
  readonly result?: unknown;
  /** Of the last attempt that failed. */
  readonly error?: JobError;
  readonly created: number;
  readonly started?: number;
  readonly finished?: number;
}

export interface JobError {
  readonly code: string;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

export interface JobInput {
  readonly kind: string;
  readonly key?: string;
  readonly source?: string;
  readonly payload: unknown;
  /** Attempts; default 5. */
  readonly most?: number;
  readonly due?: number;
}

export interface JobFilter {
  readonly states?: readonly Job["state"][];
  readonly source?: string;
  readonly kind?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface JobPage {
  readonly items: readonly Job[];
  readonly next?: string;
}

/** Newest first. Throws `store/bad-cursor`. */
export async function listJobs({ db }: Scope, filter: JobFilter = {}): Promise<JobPage> {
  const limit = Math.min(Math.max(1, filter.limit ?? 50), MOST_ITEMS);
  let query = db.selectFrom("job").selectAll();
  if (filter.states !== undefined) query = query.where("state", "in", filter.states);
  if (filter.source !== undefined) query = query.where("source", "=", filter.source);
  if (filter.kind !== undefined) query = query.where("kind", "=", filter.kind);
  if (filter.cursor !== undefined) {
    const { key, value } = readCursor(filter.cursor, "jobs");
    query = query.where((or) =>
      or.or([or("created", "<", key), or.and([or("created", "=", key), or("id", "<", String(value))])]),
    );
  }
  const rows = await query
    .orderBy("created", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(presentJob);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items };
  return { items, next: writeCursor({ order: "jobs", value: last.id, key: last.created }) };
}

export async function findJob({ db }: Scope, id: string): Promise<Job | undefined> {
  const row = await db.selectFrom("job").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : presentJob(row);
}

/** Those of these keys that wait or run, by key; of both the one that runs. */
export async function openJobsOf({ db }: Scope, keys: readonly string[]): Promise<ReadonlyMap<string, Job>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom("job")
    .selectAll()
    .where("key", "in", keys)
    .where("state", "in", ["queued", "failed", "running"])
    .execute();
  const sorted = rows.toSorted((a, b) => Number(a.state === "running") - Number(b.state === "running"));
  return new Map(sorted.map((row) => [row.key ?? "", presentJob(row)]));
}

/** True where it was not finished before. A worker that runs it learns of it when it next holds on to it. */
export async function cancelJob({ db }: Scope, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("job")
    .set({ state: "cancelled", lease: null, finished: now })
    .where("id", "=", id)
    .where("state", "in", ["queued", "failed", "running"])
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Forgets jobs of all organisations that ended before a time. */
export async function pruneJobs({ write }: Engine, before: number): Promise<void> {
  await write
    .deleteFrom("job")
    .where("state", "in", ["done", "dead", "cancelled"])
    .where("finished", "<", before)
    .execute();
}

/** All of a source that wait or run. */
export async function cancelJobsOf({ db }: Scope, source: string, now: number): Promise<void> {
  await db
    .updateTable("job")
    .set({ state: "cancelled", lease: null, finished: now })
    .where("source", "=", source)
    .where("state", "in", ["queued", "failed", "running"])
    .execute();
}

export function presentJob(row: Omit<JobTable, "org">): Job {
  const { id, kind, key, source, payload, state, attempts, most, due, progress, result, error } = row;
  const { created, started, finished } = row;
  return {
    id,
    kind,
    ...(key === null ? {} : { key }),
    ...(source === null ? {} : { source }),
    payload: JSON.parse(payload) as unknown,
    state,
    attempts,
    most,
    ...(state === "queued" || state === "failed" ? { due } : {}),
    ...(progress === null ? {} : { progress: JSON.parse(progress) as unknown }),
    ...(result === null ? {} : { result: JSON.parse(result) as unknown }),
    ...(error === null ? {} : { error: readError(error) }),
    created,
    ...(started === null ? {} : { started }),
    ...(finished === null ? {} : { finished }),
  };
}

/** Earlier versions kept a plain text. */
function readError(text: string): JobError {
  if (!text.startsWith("{")) return { code: "job/failed", message: text };
  return JSON.parse(text) as JobError;
}
