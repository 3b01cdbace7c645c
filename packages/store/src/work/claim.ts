/**
 * Work that waits in a table and is claimed by whoever is free: events and deliveries.
 *
 * A claim moves the row's `due` to the end of its lease. Who finishes says so; who dies says nothing, and
 * when the lease has ended the row is due again. So everything is done at least once, by any number of
 * processes on any number of machines, and nothing is lost with one of them.
 */
import { sql } from "kysely";
import type { Engine } from "../engines/engine.ts";

export interface ClaimOptions {
  readonly limit: number;
  /** Who claims; only the holder of a lease can end it. */
  readonly lease: string;
  /** Milliseconds until it is due again for others. */
  readonly leaseFor: number;
  readonly now: number;
}

export interface ClaimTable {
  readonly table: "outbox" | "delivery" | "mail";
  readonly key: readonly string[];
  /** States in which a row can be claimed. */
  readonly open: readonly string[];
}

/** Claims up to `limit` rows that are due, longest due first. */
export async function claimRows<Row>(
  engine: Engine,
  { table, key, open }: ClaimTable,
  { limit, lease, leaseFor, now }: ClaimOptions,
): Promise<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const states = sql.join(open.map((state) => sql.lit(state)));
  // Another server may be claiming too: each takes what the other has not locked.
  const skip = engine.kind === "postgres" ? sql`for update skip locked` : sql``;
  const { rows } = await sql<Row>`
    update ${sql.table(table)} set lease = ${lease}, due = ${now + leaseFor}, attempts = attempts + 1
    where (${columns}) in (
      select ${columns} from ${sql.table(table)} where state in (${states}) and due <= ${now}
      order by due limit ${limit} ${skip})
    returning *`.execute(engine.write);
  return rows;
}
