/** Secrets that all servers on one database share, so that a session of one is a session of the others. */
import type { Engine } from "../engines/engine.ts";

/** The secret of that name; the first server to ask makes it. */
export async function keptSecret({ write }: Engine, name: string, make: () => string): Promise<string> {
  await write
    .insertInto("setting")
    .values({ name, value: make() })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const { value } = await write
    .selectFrom("setting")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return value;
}
