/**
 * An engine inside one transaction: whatever is done through it is committed together, or not at all. A
 * transaction within it becomes a savepoint, so that a part that finds nothing to do, or fails and is caught,
 * takes back only itself.
 */
import { sql, type Transaction } from "kysely";
import type { Schema } from "../schema.ts";
import type { Engine } from "./engine.ts";

/** What waits until the transaction was committed, such as tidying up, is done then. */
export async function atomically<T>(engine: Engine, work: (within: Engine) => Promise<T>): Promise<T> {
  let settle: Parameters<Engine["settle"]> | undefined;
  const result = await engine.write.transaction().execute(async (transaction) => {
    const joined = joining(transaction);
    return await work({
      ...engine,
      read: joined,
      write: joined,
      async settle(...what) {
        settle = what;
      },
    });
  });
  if (settle !== undefined) await engine.settle(...settle);
  return result;
}

/** Kysely refuses `transaction()` in a transaction; only that method is another one here. */
function joining(transaction: Transaction<Schema>): Transaction<Schema> {
  return new Proxy(transaction, {
    get(target, property) {
      if (property === "transaction") return () => ({ execute: savepoint(target) });
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function savepoint(transaction: Transaction<Schema>) {
  return async <T>(work: (db: Transaction<Schema>) => Promise<T>): Promise<T> => {
    await sql`savepoint part`.execute(transaction);
    try {
      const result = await work(transaction);
      await sql`release savepoint part`.execute(transaction);
      return result;
    } catch (error) {
      // Where the engine gave up the whole transaction, as a full disk may make it, there is nothing to go back to.
      await sql`rollback to savepoint part`.execute(transaction).catch(() => undefined);
      throw error;
    }
  };
}
