/** Sets columns of many rows by key in few statements: `update … from (values …)`, which both engines know. */
import { type RawBuilder, sql } from "kysely";
import type { OwnedSchema, Scope } from "../scope.ts";
import { portions } from "../ingest/chunks.ts";

export interface RowUpdate {
  readonly key: number;
  readonly values: readonly (number | null)[];
}

/** Sets integer columns; rows that are not there are passed over. */
export async function updateRows(
  scope: Scope,
  table: keyof OwnedSchema,
  columns: readonly string[],
  updates: Iterable<RowUpdate>,
): Promise<void> {
  const assignments = sql.join(
    columns.map((column, place) => sql`${sql.ref(column)} = v.${sql.ref(`column${place + 2}`)}`),
  );
  for (const some of portions(updates, 200)) {
    const rows = sql.join(some.map(({ key, values }) => sql`(${sql.join([key, ...values].map(integer))})`));
    await sql`update ${sql.table(table)} set ${assignments} from (values ${rows}) as v
      where ${sql.table(table)}.org = ${scope.org} and ${sql.table(table)}.key = v.column1`.execute(scope.db);
  }
}

/** The cast tells PostgreSQL the type of a parameter, and the type of a column of nulls. */
function integer(value: number | null): RawBuilder<number> {
  return sql`cast(${value} as integer)`;
}
