/**
 * What differs between the two engines, in one place; everything above speaks to both alike.
 *
 * `write` is the only connection that changes anything. On SQLite there is one such connection and any
 * number of readers beside it, which see the last committed state while a change is under way; on
 * PostgreSQL both come from one pool.
 */
import type { Kysely, Transaction } from "kysely";
import type { Schema } from "../schema.ts";

export type Db = Kysely<Schema> | Transaction<Schema>;

/** Names of the numbered things; keys are unique over all organisations. */
export type KeySpace =
  | "organisation"
  | "product"
  | "unit"
  | "identifier"
  | "repository"
  | "pack"
  | "correction"
  | "suggestion";

interface RowByRow {
  /** Runs the statement for each row, in the transaction that `db` is; returns what it returned, of all rows. */
  each(db: Db, text: string, rows: readonly (readonly unknown[])[]): unknown[];
}

interface InGroups {
  readonly maxParameters: number;
}

export interface Engine {
  readonly kind: "sqlite" | "postgres";
  readonly read: Kysely<Schema>;
  readonly write: Kysely<Schema>;
  /** Column types that the engines spell differently. */
  readonly types: { readonly blob: "blob" | "bytea" };
  /**
   * How a statement is best run for many rows. On SQLite one row at a time, prepared once: a statement of several
   * rows would keep every page that it touches, to be undone alone, and that costs more than the rows. On PostgreSQL
   * as few statements as its parameters allow, since each is a round trip.
   */
  readonly many: RowByRow | InGroups;
  /** Reserves ascending keys; gaps may stay when the change is rolled back. */
  allocate(db: Db, space: KeySpace, count: number): Promise<number[]>;
  /** Holds the lock under which only one process migrates, for as long as `work` runs. */
  migrating(work: (db: Kysely<Schema>) => Promise<void>): Promise<void>;
  /** After migrations: whatever makes the engine plan well for the new schema. */
  tune(): void;
  /** After a change of so many products: tidies up what would slow questions down until the engine does it by itself. */
  settle(products: number): Promise<void>;
  /** Bytes that the database takes on disk. */
  size(): Promise<number>;
  close(): Promise<void>;
}
