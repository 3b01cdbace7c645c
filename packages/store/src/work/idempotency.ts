/** Idempotency keys: the same request twice is done once, and answered twice. */
import type { Engine } from "../engines/engine.ts";
import type { Scope } from "../scope.ts";

export type IdempotencyState =
  /** Nobody sent this key before: do the work, then `finish`. */
  | { readonly state: "new" }
  /** The first request is under way. */
  | { readonly state: "running" }
  /** It was done; this was the answer. */
  | { readonly state: "done"; readonly status: number; readonly response: string }
  /** The key was used for another request. */
  | { readonly state: "mismatch" };

/** Of any number of requests with one key at the same moment, exactly one is told `new`. */
export async function beginRequest(
  { db }: Scope,
  key: string,
  fingerprint: string,
  now: number,
): Promise<IdempotencyState> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("idempotency")
    .values({ key, fingerprint, state: "running", status: null, response: null, created: now })
    .onConflict((conflict) => conflict.columns(["key"]).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return { state: "new" };
  const row = await db
    .selectFrom("idempotency")
    .select(["fingerprint", "state", "status", "response"])
    .where("key", "=", key)
    .executeTakeFirst();
  if (row === undefined) return { state: "running" };
  if (row.fingerprint !== fingerprint) return { state: "mismatch" };
  if (row.state === "running") return { state: "running" };
  return { state: "done", status: row.status ?? 500, response: row.response ?? "" };
}

export async function finishRequest({ db }: Scope, key: string, status: number, response: string): Promise<void> {
  await db.updateTable("idempotency").set({ state: "done", status, response }).where("key", "=", key).execute();
}

/** The work failed in a way that a second try may mend: forget the key. */
export async function abandonRequest({ db }: Scope, key: string): Promise<void> {
  await db.deleteFrom("idempotency").where("key", "=", key).where("state", "=", "running").execute();
}

/** Forgets keys of all organisations from before a time. */
export async function pruneRequests(engine: Engine, before: number): Promise<number> {
  const { numDeletedRows } = await engine.write
    .deleteFrom("idempotency")
    .where("created", "<", before)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
