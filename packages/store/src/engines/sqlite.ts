/**
 * SQLite through `node:sqlite`: one writing connection and one reading connection on a single file in
 * WAL mode, so that a list is answered while a snapshot is taken in.
 *
 * Kysely's own SQLite dialect talks to anything with `prepare` and `close`; this is the adapter, with a
 * cache of prepared statements, because preparing costs more than most of our statements.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { Kysely, sql, type SqliteDatabase, type SqliteStatement } from "kysely";
import type { Schema } from "../schema.ts";
import { patiently, PatientDialect, SHORT_WAIT } from "./patient-driver.ts";
import { readStatistics, writeStatistics } from "./sqlite-statistics.ts";
import { telling, told } from "./statements.ts";
import type { Db, Engine, KeySpace } from "./engine.ts";

export interface SqliteOptions {
  /** Path of the file; `:memory:` for one that is removed when it is closed (two connections can't share memory well). */
  readonly file: string;
  /** For tests of a full disk: the most pages of 4 KiB that the file may have. */
  readonly maxPages?: number;
}

/** Switching to WAL needs the file for a moment; another process may be starting too. */
const OPENING_WAIT = 30_000;

/** A statement that is used once is not worth keeping; what is used again comes back soon. */
const CACHED_STATEMENTS = 300;

/** Opens (or creates) the file. Throws when it can't be opened or is no database. */
export function openSqlite({ file, maxPages }: SqliteOptions): Engine {
  const temporary = file === ":memory:" ? mkdtempSync(join(tmpdir(), "freehold-")) : undefined;
  const path = temporary === undefined ? file : join(temporary, "freehold.db");
  const writer = new DatabaseSync(path, { timeout: OPENING_WAIT });
  writer.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536;
    pragma temp_store = memory; pragma foreign_keys = off; pragma wal_autocheckpoint = 4000; pragma busy_timeout = ${SHORT_WAIT}`);
  if (maxPages !== undefined) writer.exec(`pragma max_page_count = ${Math.trunc(maxPages)}`);
  const writing = adapt(writer, "begin immediate");
  const write = new Kysely<Schema>({
    dialect: new PatientDialect({ database: writing }, true),
    ...telling("sqlite"),
  });
  const reader = openReader(path);
  const read = new Kysely<Schema>({
    dialect: new PatientDialect({ database: adapt(reader, "begin") }),
    ...telling("sqlite"),
  });
  return {
    kind: "sqlite",
    read,
    write,
    types: { blob: "blob" },
    many: {
      each(db, text, rows) {
        // The transaction has the only writing connection for itself.
        if (!db.isTransaction) throw new TypeError("many rows are written in a transaction");
        const statement = writing.prepare(text);
        return told("sqlite", text, rows.length, () => {
          if (statement.reader) return rows.flatMap((row) => statement.all(row));
          for (const row of rows) statement.run(row);
          return [];
        });
      },
    },
    allocate,
    async migrating(work) {
      await patiently(() => writer.exec("begin exclusive"));
      try {
        await work(write);
        writer.exec("commit");
      } catch (error) {
        if (writer.isTransaction) writer.exec("rollback");
        throw error;
      }
    },
    tune() {
      writeStatistics(writer);
      readStatistics(reader);
    },
    async settle() {
      // The log of a large change would stay as large as it was.
      writer.exec("pragma wal_checkpoint(truncate)");
    },
    async size() {
      const { rows } = await sql<{ bytes: number }>`
        select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`.execute(read);
      return rows[0]?.bytes ?? 0;
    },
    async close() {
      await read.destroy();
      await write.destroy();
      if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
    },
  };
}

function openReader(file: string): DatabaseSync {
  const reader = new DatabaseSync(file, { timeout: OPENING_WAIT });
  reader.exec("pragma query_only = on; pragma cache_size = -65536; pragma temp_store = memory");
  return reader;
}

async function allocate(db: Db, space: KeySpace, count: number): Promise<number[]> {
  if (count === 0) return [];
  if (space === "correction") return await afterLargest(db, count);
  const { next } = await db
    .insertInto("key_space")
    .values({ name: space, next: count + 1 })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ next: sql`key_space.next + ${count}` }))
    .returning("next")
    .executeTakeFirstOrThrow();
  return Array.from({ length: count }, (_, place) => next - count + place);
}

/** Corrections are never removed and are written as soon as they have their key: no counter has to be kept beside them. */
async function afterLargest(db: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(key), 0) as last from correction`.execute(db);
  const last = rows[0]?.last ?? 0;
  return Array.from({ length: count }, (_, place) => last + 1 + place);
}

/** `begin` is what Kysely says to start a transaction; a writer must take the lock at once or deadlock later. */
function adapt(database: DatabaseSync, begin: string): SqliteDatabase {
  const cache = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const known = cache.get(text);
      if (known !== undefined) return known;
      const statement =
        text === "rollback" ? rollback(database) : wrap(database.prepare(text === "begin" ? begin : text));
      if (cache.size >= CACHED_STATEMENTS) for (const oldest of [...cache.keys()].slice(0, 50)) cache.delete(oldest);
      cache.set(text, statement);
      return statement;
    },
  };
}

/** A full disk ends a transaction by itself; what went wrong is then said by the statement, not by this one. */
function rollback(database: DatabaseSync): SqliteStatement {
  const statement = wrap(database.prepare("rollback"));
  const none = { changes: 0, lastInsertRowid: 0 };
  return { ...statement, run: (parameters) => (database.isTransaction ? statement.run(parameters) : none) };
}

function wrap(statement: StatementSync): SqliteStatement {
  const reader = statement.columns().length > 0;
  return {
    reader,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
