/** A database of every earlier version becomes one of this version, and keeps what was in it. */
import { globSync } from "node:fs";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openStore } from "../src/index.ts";
import { migrate } from "../src/migrations/migrate.ts";
import { MIGRATIONS } from "../src/migrations/registry.ts";
import { openEngine } from "../src/engines/open-engine.ts";
import { ENGINES } from "./engines.ts";
import { GOLDEN } from "./golden.ts";
import { ANN, bytesOf, part, snapshot } from "./snapshots.ts";

test("each migration is one file and one line, in order", () => {
  const files = globSync("[0-9]*.ts", { cwd: new URL("../src/migrations/", import.meta.url).pathname });
  expect(MIGRATIONS.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
  expect(Object.keys(GOLDEN).sort()).toEqual(MIGRATIONS.map(({ name }) => name).sort());
});

describe.each(ENGINES)("migrations on $name", (engine) => {
  test.each(MIGRATIONS)("from $name to the newest", async ({ name }) => {
    const database = await engine.make();
    const old = openEngine({ at: database.at });
    await migrate(old, name);
    await GOLDEN[name]?.(old.write);
    await old.close();
    const store = await openStore({ at: database.at });
    const portfolio = await store.forOrganisation("golden");
    expect(await portfolio.repositories()).toMatchObject({ items: [{ info: { id: "golden/main" } }] });
    await portfolio.ingest(ANN, bytesOf(snapshot([part("app", { uses: ["core"] }), part("core")])));
    expect(await portfolio.count()).toBe(2);
    await store.close();
    await database.remove();
  });

  test("two servers that start at once migrate once", async () => {
    const database = await engine.make();
    const [first, second] = [openEngine({ at: database.at }), openEngine({ at: database.at })];
    const done = await Promise.all([migrate(first), migrate(second)]);
    expect(done.map((names) => names.length).reduce((sum, count) => sum + count)).toBe(MIGRATIONS.length);
    await Promise.all([first.close(), second.close()]);
    await database.remove();
  });

  test("a database of a newer version is left alone", async () => {
    const database = await engine.make();
    const newer = openEngine({ at: database.at });
    await migrate(newer);
    await sql`insert into migration (name, at) values ('9999-later', 1)`.execute(newer.write);
    await newer.close();
    await expect(openStore({ at: database.at })).rejects.toMatchObject({ code: "store/newer-schema" });
    await database.remove();
  });
});
