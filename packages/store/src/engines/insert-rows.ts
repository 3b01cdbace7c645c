/**
 * Many rows into one table. Building a statement of thousands of values node by node costs more than the
 * database needs to store them, so the text is made here once for each shape and reused; the rows are bound to it.
 */
import type { Insertable } from "kysely";
import type { OwnedSchema, Scope } from "../scope.ts";
import { runMany, valueList } from "./row-groups.ts";

export interface InsertOptions {
  /** What to do with rows that are there: set some columns, add to others, or keep them as they are. */
  readonly conflict?: {
    readonly key: readonly string[];
    readonly update?: readonly string[];
    readonly add?: readonly string[];
  };
}

/** Inserts the rows into the scope's organisation, in its transaction. All rows have the columns of the first. */
export async function insertRows<Table extends keyof OwnedSchema>(
  scope: Scope,
  table: Table,
  rows: readonly Insertable<OwnedSchema[Table]>[],
  options: InsertOptions = {},
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first);
  const values = rows.map((row) => [
    scope.org,
    ...columns.map((column) => (row as Record<string, unknown>)[column] ?? null),
  ]);
  await insertValues(scope, table, ["org", ...columns], values, options);
}

/** The same for tables whose columns are no schema's: the search index. The caller says whose the rows are. */
export async function insertValues(
  scope: Scope,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  options: InsertOptions = {},
): Promise<void> {
  await runMany(scope, rows, (count) => statement(scope.engine.kind, table, columns, count, options));
}

const texts = new Map<string, string>();
const MOST_TEXTS = 500;

function statement(
  kind: "sqlite" | "postgres",
  table: string,
  columns: readonly string[],
  rows: number,
  options: InsertOptions,
): string {
  const { key = [], update = [], add = [] } = options.conflict ?? {};
  const shape = `${kind} ${table} ${columns.join()} ${rows} ${key.join()} ${update.join()} ${add.join()}`;
  const known = texts.get(shape);
  if (known !== undefined) return known;
  const values = valueList(kind, rows, columns.length);
  const text = `insert into ${table} (${columns.join(", ")}) values ${values}${conflictClause(table, options)}`;
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(shape, text);
  return text;
}

function conflictClause(table: string, { conflict }: InsertOptions): string {
  if (conflict === undefined) return "";
  const { key, update = [], add = [] } = conflict;
  const changes = [
    ...update.map((name) => `${name} = excluded.${name}`),
    ...add.map((name) => `${name} = ${table}.${name} + excluded.${name}`),
  ];
  const what = changes.length === 0 ? "nothing" : `update set ${changes.join(", ")}`;
  return ` on conflict (${key.join(", ")}) do ${what}`;
}
