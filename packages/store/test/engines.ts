/** Stores for tests, on the engines that the contract is tested on. */
import { afterFile } from "../../../tests/after-file.ts";
import type { TestDatabase, TestEngine } from "../../../tests/databases.ts";
import { openStore, type OrganisationStore, type Store, type StoreOptions } from "../src/index.ts";

export { ENGINES, type TestDatabase, type TestEngine } from "../../../tests/databases.ts";

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
