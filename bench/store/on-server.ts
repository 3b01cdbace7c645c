/** Runs one statement on a PostgreSQL server, outside any store: to make, drop and weigh databases. */
import pg from "pg";

export async function onServer(url: string, statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}
