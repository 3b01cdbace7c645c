/**
 * What SQLite's planner believes about our tables, written down instead of measured.
 *
 * Every index begins with `org`, which nearly all rows share. Without statistics the planner takes any
 * first column for selective and walks through a whole organisation where the second column, or the
 * primary key, would find one row. `ANALYZE` would tell it, but only once there is data, and plans would
 * then differ from one database to the next. So the shape of a large portfolio is said here, once.
 */
import type { DatabaseSync } from "node:sqlite";

const ROWS = 1_000_000;

/** How many of the rows before it share a value of the column; what is not named here is nearly unique. */
const SHARED: Readonly<Record<string, number>> = {
  org: ROWS,
  listed: ROWS / 2,
  kind: ROWS / 3,
  provenance: ROWS / 3,
  stage: ROWS / 8,
  state: ROWS / 3,
  hidden: ROWS / 2,
  reach: ROWS / 50,
  dependents: ROWS / 50,
  dependencies: ROWS / 20,
  units: ROWS / 5,
  violations: ROWS / 2,
  repository: 20,
  owner_id: 20,
  part_of: 10,
  product: 4,
  unit: 10,
  identifier: 10,
  source: 5,
  target: 20,
  revision: 100,
};

interface IndexRow {
  readonly table_name: string;
  readonly index_name: string;
}

/** Writes the statistics and makes the connection read them; one transaction, so that the disk is waited for once. */
export function writeStatistics(database: DatabaseSync): void {
  database.exec("begin immediate; analyze sqlite_schema; delete from sqlite_stat1");
  const insert = database.prepare("insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)");
  const tables = database
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'product_words%' and name not like 'product_grams%'",
    )
    .all() as { name: string }[];
  for (const { name } of tables) insert.run(name, null, String(ROWS));
  const indexes = database
    .prepare(
      `select m.name as table_name, i.name as index_name from sqlite_schema m join pragma_index_list(m.name) i
       where m.type = 'table' and m.name not like 'product_words%' and m.name not like 'product_grams%'`,
    )
    .all() as unknown as IndexRow[];
  const columnsOf = database.prepare("select name from pragma_index_info(?) order by seqno");
  for (const { table_name, index_name } of indexes) {
    const columns = (columnsOf.all(index_name) as { name: string | null }[]).map(({ name }) => name ?? "");
    insert.run(table_name, index_name, [ROWS, ...selectivity(columns)].join(" "));
  }
  database.exec("commit; analyze sqlite_schema");
}

/** Makes a reading connection that was open before read them too. */
export function readStatistics(database: DatabaseSync): void {
  database.exec("pragma query_only = off; analyze sqlite_schema; pragma query_only = on");
}

/** Rows that share the first column, the first two, …: as `sqlite_stat1` wants it. */
function selectivity(columns: readonly string[]): number[] {
  let rows = ROWS;
  return columns.map((column) => {
    rows = Math.max(1, Math.round(rows * ((SHARED[column] ?? 1) / ROWS)));
    return rows;
  });
}
