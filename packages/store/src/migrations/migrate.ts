/** Brings a database to the newest schema: forward only, under a lock, all of it or nothing. */
import type { Kysely } from "kysely";
import type { Engine } from "../engines/engine.ts";
import { StoreError } from "../store-error.ts";
import type { Schema } from "../schema.ts";
import { type Migration, MIGRATIONS } from "./registry.ts";
import { createTable, type Migrating } from "./table.ts";

/**
 * Runs what is missing and returns its names. Throws `StoreError` `store/newer-schema` where the database
 * was written by a newer Freehold: going back would lose what it knows.
 */
export async function migrate(engine: Engine, until?: string): Promise<string[]> {
  const done: string[] = [];
  await engine.migrating(async (db) => {
    const applied = await appliedNames(engine, db);
    const wanted = upTo(until);
    refuseNewer(applied);
    for (const { name, up } of wanted) {
      if (applied.has(name)) continue;
      await up({ db: db as unknown as Kysely<never>, engine });
      await db.insertInto("migration").values({ name, at: Date.now() }).execute();
      done.push(name);
    }
  });
  if (done.length > 0) engine.tune();
  return done;
}

function upTo(until: string | undefined): readonly Migration[] {
  if (until === undefined) return MIGRATIONS;
  return MIGRATIONS.slice(0, MIGRATIONS.findIndex(({ name }) => name === until) + 1);
}

async function appliedNames(engine: Engine, db: Kysely<Schema>): Promise<Set<string>> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === "migration")) {
    const migrating: Migrating = { db: db as unknown as Kysely<never>, engine };
    await createTable(migrating, "migration", { columns: { name: "text", at: "big" }, primary: ["name"] });
    return new Set();
  }
  const rows = await db.selectFrom("migration").select("name").execute();
  return new Set(rows.map(({ name }) => name));
}

function refuseNewer(applied: ReadonlySet<string>): void {
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const unknown = [...applied].filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new StoreError(
    "store/newer-schema",
    `the database has the schema of a newer Freehold (${unknown.join(", ")}); run that version or a later one`,
  );
}
