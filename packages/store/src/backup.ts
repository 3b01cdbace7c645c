/**
 * Backups of a SQLite file: `VACUUM INTO` copies one moment of it, whole and compact, while servers go on
 * reading and writing. PostgreSQL has its own tools, which know more than we could.
 */
import { chmodSync, existsSync, renameSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { MIGRATIONS } from "./migrations/registry.ts";
import { StoreError } from "./store-error.ts";

export interface DatabaseFacts {
  readonly bytes: number;
  /** Migrations that it has, and that this version would add. */
  readonly applied: readonly string[];
  readonly missing: readonly string[];
  /** Migrations of a newer version. */
  readonly newer: readonly string[];
  /** What SQLite finds wrong with the file; empty: nothing. */
  readonly faults: readonly string[];
  /** What the role of PostgreSQL may not do and has to: statements that would let it. */
  readonly grants: readonly string[];
}

/** Throws `store/invalid` where the file is missing or no database, `store/conflict` where `to` exists. */
export function backupFile(from: string, to: string): DatabaseFacts {
  if (existsSync(to)) throw new StoreError("store/conflict", `there is a file ${to} already`);
  const database = open(from);
  const part = `${to}.part`;
  try {
    rmSync(part, { force: true });
    database.prepare("vacuum into ?").run(part);
  } finally {
    database.close();
  }
  // It holds what the database holds, secrets too: for its owner alone.
  chmodSync(part, 0o600);
  const facts = inspectFile(part);
  // The name appears only once the whole file is there.
  renameSync(part, to);
  return facts;
}

/** Puts a backup where no database is. Throws as `backupFile` does, and where the backup is damaged or of a newer version. */
export function restoreFile(from: string, to: string): DatabaseFacts {
  for (const left of [to, `${to}-wal`, `${to}-shm`]) {
    if (existsSync(left)) throw new StoreError("store/conflict", `there is a file ${left} already`);
  }
  const { faults, newer, applied } = inspectFile(from);
  if (applied.length === 0) throw new StoreError("store/invalid", `${from} is no database of Freehold`);
  if (faults.length > 0) throw new StoreError("store/invalid", `${from} is damaged: ${faults.join("; ")}`);
  if (newer.length > 0) {
    throw new StoreError("store/newer-schema", `${from} was written by a newer Freehold (${newer.join(", ")})`);
  }
  return backupFile(from, to);
}

/** Reads only, whatever it finds. Throws `store/invalid` where the file is missing or no database. */
export function inspectFile(path: string): DatabaseFacts {
  const database = open(path);
  try {
    const { bytes } = database
      .prepare("select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()")
      .get() as { bytes: number };
    const faults = database
      .prepare("pragma quick_check")
      .all()
      .map((row) => String(Object.values(row)[0]))
      .filter((line) => line !== "ok");
    return { bytes, faults, grants: [], ...compared(appliedIn(database)) };
  } catch (error) {
    throw invalid(path, error);
  } finally {
    database.close();
  }
}

export function compared(applied: readonly string[]): Pick<DatabaseFacts, "applied" | "missing" | "newer"> {
  const known = MIGRATIONS.map(({ name }) => name);
  return {
    applied,
    missing: known.filter((name) => !applied.includes(name)),
    newer: applied.filter((name) => !known.includes(name)),
  };
}

function appliedIn(database: DatabaseSync): string[] {
  const table = database.prepare("select 1 from sqlite_master where name = 'migration'").get();
  if (table === undefined) return [];
  return database
    .prepare("select name from migration order by name")
    .all()
    .map(({ name }) => String(name));
}

function open(path: string): DatabaseSync {
  if (!existsSync(path)) throw new StoreError("store/invalid", `there is no file ${path}`);
  const database = new DatabaseSync(path, { readOnly: true, timeout: 30_000 });
  try {
    database.prepare("select count(*) from sqlite_master").get();
    return database;
  } catch (error) {
    database.close();
    throw invalid(path, error);
  }
}

function invalid(path: string, error: unknown): StoreError {
  return new StoreError(
    "store/invalid",
    `${path} can't be read: ${error instanceof Error ? error.message : String(error)}`,
  );
}
