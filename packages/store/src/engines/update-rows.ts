/** Sets columns of many rows by key. */
import type { OwnedSchema, Scope } from "../scope.ts";
import { runMany, valueList } from "./row-groups.ts";

export interface RowUpdate {
  readonly key: number;
  readonly values: readonly (number | null)[];
}

/** Sets integer columns of rows of the scope's organisation; rows that are not there are passed over. */
export async function updateRows(
  scope: Scope,
  table: keyof OwnedSchema,
  columns: readonly string[],
  updates: readonly RowUpdate[],
): Promise<void> {
  const org = Math.trunc(scope.org);
  const rows = updates.map(({ key, values }) => [key, ...values]);
  await runMany(scope, rows, (count) =>
    scope.engine.kind === "sqlite" ? rowText(table, columns, org) : groupText(table, columns, org, count),
  );
}

function rowText(table: string, columns: readonly string[], org: number): string {
  const assignments = columns.map((column, place) => `${column} = ?${place + 2}`).join(", ");
  return `update ${table} set ${assignments} where org = ${org} and key = ?1`;
}

function groupText(table: string, columns: readonly string[], org: number, count: number): string {
  const assignments = columns.map((column, place) => `${column} = v.column${place + 2}`).join(", ");
  const values = valueList("postgres", count, columns.length + 1, "integer");
  return `update ${table} set ${assignments} from (values ${values}) as v
    where ${table}.org = ${org} and ${table}.key = v.column1`;
}
