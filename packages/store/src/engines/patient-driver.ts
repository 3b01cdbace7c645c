/**
 * Waiting for another process that writes, without standing still.
 *
 * SQLite waits inside the call, and `node:sqlite` calls hold up the whole process: requests would not be
 * answered while another process takes a snapshot in. So SQLite gives up after a moment, and the waiting
 * is done here, between tries. A statement that was refused as busy did nothing, so trying again is safe.
 */
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import { SqliteDialect, type SqliteDialectConfig, SqliteDriver } from "kysely";

/** How long SQLite itself waits, and how long we do, in milliseconds. */
export const SHORT_WAIT = 10;
const LONG_WAIT = 60_000;
const PAUSE = 20;
const SQLITE_BUSY = 5;

export class PatientDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new PatientDriver(this.#config);
  }
}

class PatientDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> =>
        await patiently(async () => await connection.executeQuery<R>(query)),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }
}

/** Does the work, again and again while the database is busy with another process. */
export async function patiently<T>(work: () => Promise<T> | T): Promise<T> {
  const deadline = Date.now() + LONG_WAIT;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const busy = error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
      if (!busy || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
