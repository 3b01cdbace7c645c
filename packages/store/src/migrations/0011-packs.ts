/** Documents that came together share a row, and are stored together. */
import { sql } from "kysely";
import { createTable, type Migrating } from "./table.ts";

export async function up(migrating: Migrating): Promise<void> {
  await createTable(migrating, "pack", { columns: { org: "int", key: "int", docs: "blob" }, primary: ["key"] });
  if (migrating.engine.kind === "postgres") await sql`create sequence pack_key`.execute(migrating.db);
}
