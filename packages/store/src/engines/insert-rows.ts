/**
 * Many rows into one table, as few statements as the engine's parameters allow. Building a statement of
 * thousands of values node by node costs more than the database needs to store them, so the text is made
 * here once for each shape and reused; the rows are bound to it.
 */
import { CompiledQuery, type Insertable } from "kysely";
import type { OwnedSchema, Scope } from "../scope.ts";

/** Beyond this a statement gets no faster, only larger to prepare; over a socket the round trip weighs more. */
const MOST_ROWS = { sqlite: 64, postgres: 1024 };

export interface InsertOptions {
  /** What to do with rows that are there: keep them, or set every column that is not in the key. */
  readonly conflict?: { readonly key: readonly string[]; readonly update: readonly string[] };
}

/** Inserts the rows into the scope's organisation. All rows have the columns of the first. */
export async function insertRows<Table extends keyof OwnedSchema>(
  scope: Scope,
  table: Table,
  rows: readonly Insertable<OwnedSchema[Table]>[],
  options: InsertOptions = {},
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first);
  const most = Math.min(MOST_ROWS[scope.engine.kind], Math.floor(scope.engine.maxParameters / (columns.length + 1)));
  for (let start = 0, some; start < rows.length; start += some.length) {
    some = rows.slice(start, start + portion(rows.length - start, most));
    const parameters: unknown[] = [];
    for (const row of some) {
      parameters.push(scope.org);
      for (const column of columns) parameters.push((row as Record<string, unknown>)[column] ?? null);
    }
    const text = statement(scope.engine.kind, table, columns, some.length, options);
    await scope.db.executeQuery(CompiledQuery.raw(text, parameters));
  }
}

/** Powers of two, so that few different statements are prepared for however many rows. */
function portion(rows: number, most: number): number {
  return rows >= most ? most : 2 ** Math.floor(Math.log2(rows));
}

const texts = new Map<string, string>();

function statement(
  kind: "sqlite" | "postgres",
  table: string,
  columns: readonly string[],
  rows: number,
  options: InsertOptions,
): string {
  const shape = `${kind} ${table} ${columns.join()} ${rows} ${options.conflict?.key.join()} ${options.conflict?.update.join()}`;
  const known = texts.get(shape);
  if (known !== undefined) return known;
  const width = columns.length + 1;
  const values = Array.from({ length: rows }, (_, row) => {
    const marks = Array.from({ length: width }, (_, column) =>
      kind === "sqlite" ? "?" : `$${row * width + column + 1}`,
    );
    return `(${marks.join(",")})`;
  });
  const text = `insert into ${table} (org, ${columns.join(", ")}) values ${values.join(",")}${conflictClause(options)}`;
  if (texts.size > 500) texts.clear();
  texts.set(shape, text);
  return text;
}

function conflictClause({ conflict }: InsertOptions): string {
  if (conflict === undefined) return "";
  const key = conflict.key.join(", ");
  if (conflict.update.length === 0) return ` on conflict (${key}) do nothing`;
  return ` on conflict (${key}) do update set ${conflict.update.map((name) => `${name} = excluded.${name}`).join(", ")}`;
}
