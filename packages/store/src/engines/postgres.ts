/** PostgreSQL through `pg`: for when one machine is not enough. Any number of servers may share one database. */
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Schema } from "../schema.ts";
import type { Db, Engine, KeySpace } from "./engine.ts";
import { telling } from "./statements.ts";

export interface PostgresOptions {
  /** `postgres://user@host/database`; a socket folder can be the host parameter. */
  readonly url: string;
  readonly connections?: number;
}

/** Any number that no other program on the same database uses for its advisory locks. */
const MIGRATION_LOCK = 7_304_115;
const BIGINT = 20;
const NUMERIC = 1700;

/** Connects at the first query. */
export function openPostgres({ url, connections = 10 }: PostgresOptions): Engine {
  const types = new pg.TypeOverrides();
  // Counts, keys and milliseconds all stay far below 2^53, where a number is exact.
  types.setTypeParser(BIGINT, Number);
  types.setTypeParser(NUMERIC, Number);
  const pool = new pg.Pool({ connectionString: url, max: connections, types });
  // A connection that breaks while idle is replaced by the pool; the next query says so if the server is gone.
  pool.on("error", () => undefined);
  // One that breaks while it is used says so by the query too; without a listener it would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), ...telling("postgresql") });
  return {
    kind: "postgres",
    read: db,
    write: db,
    types: { blob: "bytea" },
    many: { maxParameters: 60_000 },
    allocate,
    async migrating(work) {
      await db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
        await work(transaction);
      });
    },
    // Its own statistics follow the data by themselves.
    tune: () => undefined,
    async settle(products) {
      // New rows of a GIN index wait in a list that every search reads; new tables have no statistics.
      for (const index of TEXT_INDEXES) await sql`select gin_clean_pending_list(${index}::regclass)`.execute(db);
      await sql`analyze product, unit, provide, consume, edge, alias, product_repository, product_text`.execute(db);
      await compactTextIndexes(db, products);
    },
    async size() {
      const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(db);
      return rows[0]?.bytes ?? 0;
    },
    close: async () => await db.destroy(),
  };
}

const TEXT_INDEXES = ["product_text_by_words", "product_text_by_grams"];
/** Any other number: only one server makes them anew at a time. */
const COMPACT_LOCK = 7_304_116;

/**
 * Makes the indexes of search anew where a tenth of their rows came at once: a GIN index that grew row by row is
 * several times as large as one that was made of all rows. Searches go on meanwhile.
 */
async function compactTextIndexes(db: Kysely<Schema>, products: number): Promise<void> {
  await db.connection().execute(async (connection) => {
    const { rows } = await sql<{ worth: boolean }>`select ${products}::float8 * 10 >= reltuples
      and pg_try_advisory_lock(${sql.lit(COMPACT_LOCK)}) as worth from pg_class
      where oid = 'product_text'::regclass`.execute(connection);
    if (rows[0]?.worth !== true) return;
    try {
      for (const index of TEXT_INDEXES) {
        // What a server that ended half-way left behind.
        await sql.raw(`drop index concurrently if exists ${index}_ccnew`).execute(connection);
        await sql.raw(`reindex index concurrently ${index}`).execute(connection);
      }
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(COMPACT_LOCK)})`.execute(connection);
    }
  });
}

/** Sequences, not a table: a row would hold up every other organisation until the change is committed. */
async function allocate(db: Db, space: KeySpace, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ key: number }>`
    select nextval(${`${space}_key`}::regclass) as key from generate_series(1, ${count}::int)`.execute(db);
  return rows.map(({ key }) => key);
}
