/** Sets columns of many rows by key in few statements: `update … from (values …)`, which both engines know. */
import { CompiledQuery } from "kysely";
import type { OwnedSchema, Scope } from "../scope.ts";
import { rowGroups, valueList } from "./row-groups.ts";

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
  const width = columns.length + 1;
  const assignments = columns.map((column, place) => `${column} = v.column${place + 2}`).join(", ");
  for (const some of rowGroups(scope.engine, updates, width)) {
    const values = valueList(scope.engine.kind, some.length, width, "integer");
    const text = `update ${table} set ${assignments} from (values ${values}) as v
      where ${table}.org = ${Math.trunc(scope.org)} and ${table}.key = v.column1`;
    const parameters = some.flatMap((update) => [update.key, ...update.values]);
    await scope.db.executeQuery(CompiledQuery.raw(text, parameters));
  }
}
