/** An empty database on each engine: SQLite, and PostgreSQL where there is one; in CI there must be. */
import { userInfo } from "node:os";
import pg from "pg";

export interface TestDatabase {
  readonly engine: "sqlite" | "postgres";
  make(): Promise<{ readonly at: string; readonly remove: () => Promise<void> }>;
}

const SERVER =
  process.env["FREEHOLD_TEST_POSTGRES"] ?? `postgres:///postgres?host=/var/run/postgresql&user=${userInfo().username}`;

const sqlite: TestDatabase = {
  engine: "sqlite",
  make: async () => ({ at: ":memory:", remove: async () => {} }),
};

let made = 0;

const postgres: TestDatabase = {
  engine: "postgres",
  async make() {
    const name = `freehold_server_test_${process.pid}_${Date.now()}_${made++}`;
    await onServer(`create database ${name}`);
    const at = SERVER.replace(/^(\w+:\/\/[^/]*)\/[^?]*/, `$1/${name}`);
    return { at, remove: async () => await onServer(`drop database if exists ${name} with (force)`) };
  },
};

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function reachable(): Promise<boolean> {
  try {
    await onServer("select 1");
    return true;
  } catch (error) {
    if (process.env["CI"] === "true") throw error;
    console.warn(`NO POSTGRESQL: its half of these tests is skipped. Set FREEHOLD_TEST_POSTGRES. (${String(error)})`);
    return false;
  }
}

export const DATABASES: readonly TestDatabase[] = (await reachable()) ? [sqlite, postgres] : [sqlite];
