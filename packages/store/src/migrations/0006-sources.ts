/**
 * Sources with their repositories and secrets; jobs with a key, by which no work waits twice and none is done
 * twice at a time. A job that failed and waits for its next attempt is `failed`; one that is given up is `dead`.
 */
import { sql } from "kysely";
import { createIndex, createTable, type Migrating } from "./table.ts";

export async function up(migrating: Migrating): Promise<void> {
  const { db, engine } = migrating;
  const text = sql.raw(engine.kind === "sqlite" ? "text" : 'text collate "C"');
  const big = sql.raw(engine.kind === "sqlite" ? "integer" : "bigint");
  await sql`alter table source add column secrets ${text}`.execute(db);
  await sql`alter table source add column due ${big}`.execute(db);
  await createIndex(migrating, "source", ["due"], { where: "active = 1" });
  await sql`alter table job add column key ${text}`.execute(db);
  await sql`alter table job add column source ${text}`.execute(db);
  await sql`alter table job add column started ${big}`.execute(db);
  await sql`update job set state = 'dead' where state = 'failed'`.execute(db);
  await sql`drop index job_by_due`.execute(db);
  await createIndex(migrating, "job", ["due"], { where: "state in ('queued', 'failed', 'running')" });
  await createIndex(migrating, "job", ["org", "source", "created"]);
  await sql`create unique index job_waiting on job (org, key) where state in ('queued', 'failed')`.execute(db);
  await sql`create unique index job_running on job (org, key) where state = 'running'`.execute(db);
  await createTable(migrating, "source_repository", {
    columns: {
      org: "int",
      source: "text",
      id: "text",
      url: "text",
      page: "text?",
      pass: "big",
      listed: "text",
      excluded: "text?",
      pushed: "text?",
      seen: "text?",
      commit_id: "text?",
      scanned: "big?",
      failed: "big?",
      failures: "int",
      error: "text?",
      facts: "text?",
    },
    primary: ["org", "source", "id"],
  });
}
