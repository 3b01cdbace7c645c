/**
 * A scope is a database seen by one organisation. Nothing in `queries/`, `ingest/`, `corrections/` or
 * `events/` gets hold of a database without one; `tenancy.ts` says why that is enough.
 */
import type { Kysely, Transaction } from "kysely";
import type { Db, Engine } from "./engines/engine.ts";
import type { Schema } from "./schema.ts";
import { TenancyPlugin } from "./tenancy.ts";

/** The schema without the column that the plugin fills in. */
export type OwnedSchema = {
  [Table in keyof Schema]: Schema[Table] extends { org: number } ? Omit<Schema[Table], "org"> : Schema[Table];
};

type OwnedDb = Kysely<OwnedSchema> | Transaction<OwnedSchema>;

export interface Scope {
  readonly db: OwnedDb;
  readonly engine: Engine;
  /** Its number, for raw statements. */
  readonly org: number;
}

export function scopeOf(engine: Engine, db: Db, org: number): Scope {
  return { engine, org, db: db.withPlugin(new TenancyPlugin(org)) };
}
