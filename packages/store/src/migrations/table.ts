/**
 * A short way to write tables that both engines understand. Migrations are never changed after they were
 * released, so this may gain words but never change what one means.
 *
 * Column words: `int`, `big` (64 bits: times), `real`, `text`, `blob`; a `?` after it allows null.
 */
import { type Kysely, sql } from "kysely";
import type { Engine } from "../engines/engine.ts";

type ColumnWord = "int" | "int?" | "big" | "big?" | "real" | "real?" | "text" | "text?" | "blob" | "blob?";

export interface TableShape {
  readonly columns: Readonly<Record<string, ColumnWord>>;
  /** A lone integer column becomes the row's own number on SQLite. */
  readonly primary: readonly string[];
  /** `packed`: rows are small and live in the primary key's tree itself (SQLite: `without rowid`). */
  readonly packed?: boolean;
}

export interface Migrating {
  readonly db: Kysely<never>;
  readonly engine: Pick<Engine, "kind">;
}

export async function createTable({ db, engine }: Migrating, name: string, shape: TableShape): Promise<void> {
  const columns = Object.entries(shape.columns).map(([column, word]) => `${column} ${typeOf(word, engine.kind)}`);
  const body = [...columns, `primary key (${shape.primary.join(", ")})`].join(",\n  ");
  const ending = shape.packed === true && engine.kind === "sqlite" ? " without rowid" : "";
  await sql.raw(`create table ${name} (\n  ${body}\n)${ending}`).execute(db);
}

/** `where` makes it partial: only rows that it holds for are in the index. */
export async function createIndex(
  { db }: Migrating,
  table: string,
  columns: readonly string[],
  options: { readonly unique?: boolean; readonly where?: string } = {},
): Promise<void> {
  const name = `${table}_by_${columns.filter((column) => column !== "org").join("_")}`;
  const where = options.where === undefined ? "" : ` where ${options.where}`;
  const unique = options.unique === true ? "unique " : "";
  await sql.raw(`create ${unique}index ${name} on ${table} (${columns.join(", ")})${where}`).execute(db);
}

function typeOf(word: ColumnWord, kind: Engine["kind"]): string {
  const required = word.endsWith("?") ? "" : " not null";
  const base = word.replace("?", "");
  const types: Readonly<Record<string, readonly [sqlite: string, postgres: string]>> = {
    int: ["integer", "integer"],
    big: ["integer", "bigint"],
    real: ["real", "double precision"],
    // Byte order, so that both engines sort and page alike.
    text: ["text", 'text collate "C"'],
    blob: ["blob", "bytea"],
  };
  return `${types[base]?.[kind === "sqlite" ? 0 : 1] ?? "text"}${required}`;
}
