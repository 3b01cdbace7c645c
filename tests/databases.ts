/** The engines that tests run on: SQLite in a folder of its own, and PostgreSQL where there is one; in CI there must be. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";

export interface TestEngine {
  readonly name: "sqlite" | "postgres";
  /** Makes an empty database and says where it is. */
  readonly make: () => Promise<TestDatabase>;
}

export interface TestDatabase {
  readonly at: string;
  readonly remove: () => Promise<void>;
}

/** The server to make databases on; the default is the local socket of a Debian machine. */
const SERVER =
  process.env["FREEHOLD_TEST_POSTGRES"] ?? `postgres:///postgres?host=/var/run/postgresql&user=${userInfo().username}`;
let made = 0;

const sqlite: TestEngine = {
  name: "sqlite",
  async make() {
    const folder = await mkdtemp(join(tmpdir(), "freehold-test-"));
    return { at: join(folder, "freehold.db"), remove: async () => await rm(folder, { recursive: true }) };
  },
};

const postgres: TestEngine = {
  name: "postgres",
  async make() {
    const name = `freehold_test_${process.pid}_${Date.now()}_${made++}`;
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

export const ENGINES: readonly TestEngine[] = (await reachable()) ? [sqlite, postgres] : [sqlite];
