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
/** Milliseconds after which others have their turn. */
const LONG_BREATH = 5;

export class PatientDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #breathing: boolean;

  /** `breathing`: between statements others have their turn, however long the chain of statements is. */
  constructor(config: SqliteDialectConfig, breathing: boolean = false) {
    super(config);
    this.#config = config;
    this.#breathing = breathing;
  }

  override createDriver(): SqliteDriver {
    return new PatientDriver(this.#config, this.#breathing);
  }
}

class PatientDriver extends SqliteDriver {
  readonly #breathing: boolean;
  #breathed = performance.now();

  constructor(config: SqliteDialectConfig, breathing: boolean) {
    super(config);
    this.#breathing = breathing;
  }

  /** A long change is one chain of calls that never wait; requests are to be answered in between. */
  async #breathe(): Promise<void> {
    if (!this.#breathing || performance.now() - this.#breathed < LONG_BREATH) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#breathed = performance.now();
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
        await this.#breathe();
        return await patiently(async () => await connection.executeQuery<R>(query));
      },
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }
}

/** Does the work, again and again while the database is busy with another process. */
export async function patiently<T>(work: () => Promise<T> | T): Promise<T> {
  const deadline = performance.now() + LONG_WAIT;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const busy = error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
      if (!busy || performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
