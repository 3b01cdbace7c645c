/**
 * Groups and who is in them. The table is called `team`, as `group` is a word of SQL. Keys of requests that were
 * under way when a server died say nothing any more: an answer is kept in the transaction that it tells of.
 */
import { sql } from "kysely";
import { createIndex, createTable, type Migrating } from "./table.ts";

export async function up(migrating: Migrating): Promise<void> {
  await createTable(migrating, "team", {
    columns: { org: "int", id: "text", name: "text", created: "big", version: "int" },
    primary: ["org", "id"],
  });
  await createTable(migrating, "team_member", {
    columns: { org: "int", team: "text", member: "text" },
    primary: ["org", "team", "member"],
    packed: true,
  });
  await createIndex(migrating, "team_member", ["org", "member"]);
  await sql`delete from idempotency where state = 'running'`.execute(migrating.db);
}
