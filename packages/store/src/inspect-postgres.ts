/** What can be said of a PostgreSQL database before a server starts on it; nothing is changed. */
import { sql } from "kysely";
import { compared, type DatabaseFacts } from "./backup.ts";
import type { Engine } from "./engines/engine.ts";
import { openPostgres } from "./engines/postgres.ts";
import { JOBS_SCHEMA } from "./jobs/jobs-schema.ts";

/** Its facts; it looks after its own faults. Throws what the connection throws. */
export async function inspectPostgres(url: string): Promise<DatabaseFacts> {
  const engine = openPostgres({ url, connections: 1 });
  try {
    const tables = await engine.read.introspection.getTables();
    const migrated = tables.some(({ name }) => name === "migration");
    const rows = migrated ? await engine.read.selectFrom("migration").select("name").orderBy("name").execute() : [];
    const grants = await missingGrants(engine);
    return { bytes: await engine.size(), faults: [], grants, ...compared(rows.map(({ name }) => name)) };
  } finally {
    await engine.close();
  }
}

interface Rights {
  readonly role: string;
  readonly database: string;
  /** Where our tables are made; null where the search path leads nowhere. */
  readonly schema: string | null;
  readonly tables: boolean | null;
  readonly schemas: boolean;
  /** Of the schema that pg-boss made, which it changes when it is a newer one; null: there is none yet. */
  readonly owns: boolean | null;
}

/** Tables are made by migrations, and the schema of jobs by pg-boss when somebody first has work. */
async function missingGrants({ read }: Engine): Promise<string[]> {
  const { rows } = await sql<Rights>`
    select quote_ident(current_user) as role, quote_ident(current_database()) as database,
      quote_ident(current_schema()) as schema, has_schema_privilege(current_schema(), 'create') as tables,
      has_database_privilege(current_database(), 'create') as schemas,
      (select pg_has_role(nspowner, 'usage') from pg_namespace where nspname = ${JOBS_SCHEMA}) as owns`.execute(read);
  const [rights] = rows;
  if (rights === undefined) return [];
  const { role, database, schema, tables, schemas, owns } = rights;
  return [
    ...(tables === true ? [] : [`grant create on schema ${schema ?? "public"} to ${role}`]),
    ...(owns === null && !schemas ? [`grant create on database ${database} to ${role}`] : []),
    ...(owns === false ? [`alter schema ${JOBS_SCHEMA} owner to ${role}`] : []),
  ];
}
