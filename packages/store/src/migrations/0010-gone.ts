/** Which repository of the portfolio one of a source became, and since when its source does not list it any more. */
import { sql } from "kysely";
import { createIndex, type Migrating } from "./table.ts";

export async function up(migrating: Migrating): Promise<void> {
  const { db, engine } = migrating;
  const text = sql.raw(engine.kind === "sqlite" ? "text" : 'text collate "C"');
  const big = sql.raw(engine.kind === "sqlite" ? "integer" : "bigint");
  await sql`alter table source_repository add column repository ${text}`.execute(db);
  await sql`alter table source_repository add column gone ${big}`.execute(db);
  await createIndex(migrating, "source_repository", ["org", "repository"], { where: "repository is not null" });
}
