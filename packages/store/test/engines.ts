/** The engines that the contract is tested on, each store in a database of its own that is removed afterwards. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterFile } from "../../../tests/after-file.ts";
import { openStore, type OrganisationStore, type Store, type StoreOptions } from "../src/index.ts";

export interface TestEngine {
  readonly name: "sqlite" | "postgres";
  /** Makes an empty database and says where it is. */
  make(): Promise<TestDatabase>;
}

export interface TestDatabase {
  readonly at: string;
  remove(): Promise<void>;
}

const sqlite: TestEngine = {
  name: "sqlite",
  async make() {
    const folder = await mkdtemp(join(tmpdir(), "freehold-store-"));
    return { at: join(folder, "freehold.db"), remove: async () => await rm(folder, { recursive: true }) };
  },
};

/** The server to make databases on; the default is the local socket of a Debian machine. */
const SERVER =
  process.env["FREEHOLD_TEST_POSTGRES"] ?? `postgres:///postgres?host=/var/run/postgresql&user=${userInfo().username}`;
let made = 0;

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
    console.warn(
      `NO POSTGRESQL: its half of the store's tests is skipped. Set FREEHOLD_TEST_POSTGRES. (${String(error)})`,
    );
    return false;
  }
}

/** SQLite, and PostgreSQL where there is one; in CI there must be. */
export const ENGINES: readonly TestEngine[] = (await reachable()) ? [sqlite, postgres] : [sqlite];

export interface TestStore extends AsyncDisposable {
  readonly store: Store;
  /** Id of the organisation. */
  readonly organisation: string;
  readonly acme: OrganisationStore;
}

const shared = new Map<TestEngine, Promise<TestDatabase>>();

/**
 * A store with one new organisation. All of a test file share one database (making one takes PostgreSQL half
 * a second); an organisation sees nothing of the others, so each test is alone all the same.
 */
export async function makeStore(engine: TestEngine, options: Partial<StoreOptions> = {}): Promise<TestStore> {
  const database = shared.get(engine) ?? share(engine);
  const store = await openStore({ at: (await database).at, ...options });
  const id = `acme-${organisations++}`;
  await store.createOrganisation({ id, name: "Acme" });
  return {
    store,
    organisation: id,
    acme: await store.forOrganisation(id),
    async [Symbol.asyncDispose]() {
      await store.close();
    },
  };
}

function share(engine: TestEngine): Promise<TestDatabase> {
  const database = engine.make();
  shared.set(engine, database);
  afterFile(async () => {
    shared.delete(engine);
    await (await database).remove();
  });
  return database;
}

let organisations = 0;
