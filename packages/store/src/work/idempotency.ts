/** Idempotency keys: the same request twice is done once, and answered twice. */
import { atomically } from "../engines/within.ts";
import type { Engine } from "../engines/engine.ts";
import { scopeOf } from "../scope.ts";
import { StoreError } from "../store-error.ts";

export interface KeyedRequest {
  readonly key: string;
  /** Of everything that makes it the request that it is. */
  readonly fingerprint: string;
}

export interface KeptAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Does the work in the same transaction that notes its key and its answer: whoever dies in between did nothing,
 * and once it is done it is never done again. Of several at once with one key the others wait for the first.
 * What fails keeps no key. Throws `store/key-mismatch` where the key was used for another request.
 */
export async function once(
  engine: Engine,
  org: number,
  { key, fingerprint }: KeyedRequest,
  work: (within: Engine) => Promise<KeptAnswer>,
  now: number,
): Promise<KeptAnswer & { readonly replayed: boolean }> {
  return await atomically(engine, async (within) => {
    const { db } = scopeOf(within, within.write, org);
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("idempotency")
      .values({ key, fingerprint, state: "running", status: null, response: null, created: now })
      .onConflict((conflict) => conflict.columns(["key"]).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) {
      const row = await db
        .selectFrom("idempotency")
        .select(["fingerprint", "status", "response"])
        .where("key", "=", key)
        .executeTakeFirstOrThrow();
      if (row.fingerprint !== fingerprint) {
        throw new StoreError("store/key-mismatch", "this idempotency key was used for another request");
      }
      return { status: row.status ?? 500, text: row.response ?? "", replayed: true };
    }
    const { status, text } = await work(within);
    await db.updateTable("idempotency").set({ state: "done", status, response: text }).where("key", "=", key).execute();
    return { status, text, replayed: false };
  });
}

/** Forgets keys of all organisations from before a time. */
export async function pruneRequests(engine: Engine, before: number): Promise<number> {
  const { numDeletedRows } = await engine.write
    .deleteFrom("idempotency")
    .where("created", "<", before)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
