/** Organisations: the tenants. A number stands for each in every table. */
import type { Engine } from "./engines/engine.ts";
import { StoreError } from "./store-error.ts";
import { steadyNow } from "./steady-clock.ts";

export interface Organisation {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  /** Number of its newest revision; it changes with everything in it. */
  readonly revision: number;
}

const COLUMNS = ["key", "id", "name", "revision"] as const;

/** Throws `store/organisation-exists` where the id is taken. */
export async function createOrganisation(
  engine: Engine,
  { id, name }: { readonly id: string; readonly name: string },
  now: () => number = steadyNow,
): Promise<Organisation> {
  return await engine.write.transaction().execute(async (db) => {
    const [key = 0] = await engine.allocate(db, "organisation", 1);
    // Another server may make it at the same moment.
    const made = await db
      .insertInto("organisation")
      .values({ key, id, name, revision: 0, graph: 0, at: 0, created: now() })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("key")
      .executeTakeFirst();
    if (made === undefined)
      throw new StoreError("store/organisation-exists", `there is an organisation "${id}" already`);
    return { key, id, name, revision: 0 };
  });
}

export async function listOrganisations(engine: Engine): Promise<Organisation[]> {
  return await engine.read.selectFrom("organisation").select(COLUMNS).orderBy("id").execute();
}

export async function findOrganisation(engine: Engine, id: string): Promise<Organisation | undefined> {
  return await engine.read.selectFrom("organisation").select(COLUMNS).where("id", "=", id).executeTakeFirst();
}
