/** The engines that accounts are tested on: an empty database on each. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

export interface TestDatabase {
  readonly at: string;
  remove(): Promise<void>;
}

const SERVER = process.env["FREEHOLD_TEST_POSTGRES"] ?? "postgres:///postgres?host=/var/run/postgresql&user=postgres";

const sqlite = {
  name: "sqlite",
  async make(): Promise<TestDatabase> {
    const folder = await mkdtemp(join(tmpdir(), "freehold-auth-"));
    return { at: join(folder, "freehold.db"), remove: async () => await rm(folder, { recursive: true }) };
  },
};

const postgres = {
  name: "postgres",
  async make(): Promise<TestDatabase> {
    const name = `freehold_auth_${process.pid}_${Date.now()}`;
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
    console.warn("NO POSTGRESQL: its half of the tests of accounts is skipped. Set FREEHOLD_TEST_POSTGRES.");
    return false;
  }
}

export const ENGINES = (await reachable()) ? [sqlite, postgres] : [sqlite];
