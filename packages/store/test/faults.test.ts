/** What must hold when things break: processes are killed, disks fill up, several write at once. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { openStore, type Store } from "../src/index.ts";
import { ENGINES, type TestDatabase } from "./engines.ts";
import { ANN, bytesOf, part, snapshot } from "./snapshots.ts";

/** `FREEHOLD_KILLS=100` for a long run. */
const KILLS = Number(process.env["FREEHOLD_KILLS"] ?? 4);
const WRITER = new URL("./writer.ts", import.meta.url).pathname;

function startWriter(database: TestDatabase, repository: string, rounds: number) {
  const child = spawn(process.execPath, [WRITER, database.at, "acme", repository, String(rounds)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let complained = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  child.stderr.on("data", (text: Buffer) => (complained += text.toString()));
  const ended = once(child, "close");
  return {
    child,
    ended,
    acknowledged: () => Number(said.trim().split("\n").at(-1) ?? 0),
    complained: () => complained,
  };
}

async function acme(database: TestDatabase): Promise<Store> {
  const store = await openStore({ at: database.at });
  if ((await store.organisations()).length === 0) await store.createOrganisation({ id: "acme", name: "Acme" });
  return store;
}

describe.each(ENGINES)("faults on $name", (engine) => {
  test(
    "a killed ingest leaves nothing half done, and nothing acknowledged is lost",
    { timeout: KILLS * 30_000 },
    async () => {
      const database = await engine.make();
      await (await acme(database)).close();
      let seen = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const writer = startWriter(database, "acme/main", 1000);
        while (writer.acknowledged() <= seen && writer.child.exitCode === null) await sleep(5);
        expect(writer.complained()).toBe("");
        await sleep(Math.random() * 120);
        writer.child.kill("SIGKILL");
        await writer.ended;
        const store = await acme(database);
        const portfolio = await store.forOrganisation("acme");
        const { items, total } = await portfolio.products({ limit: 500 });
        const rounds = new Set(items.map(({ name }) => name));
        expect(rounds.size, "all products are of one snapshot").toBe(1);
        const round = Number([...rounds][0]?.split(" ")[1]);
        expect(round).toBeGreaterThanOrEqual(writer.acknowledged());
        expect((await portfolio.snapshots()).items[0]?.revision).toBe(round);
        expect([total, items.length]).toEqual([40, 40]);
        expect(items.reduce((sum, { dependents }) => sum + dependents, 0)).toBe(
          items.reduce((sum, { dependencies }) => sum + dependencies, 0),
        );
        await portfolio.refreshReach();
        const hub = await portfolio.reach("main-0", 500);
        expect((await portfolio.product("main-0"))?.row.reach).toBe(hub?.total);
        seen = round;
        await store.close();
      }
      await database.remove();
    },
  );

  test("two processes write to one database, one after the other", { timeout: 60_000 }, async () => {
    const database = await engine.make();
    await (await acme(database)).close();
    const writers = ["acme/one", "acme/two"].map((repository) => startWriter(database, repository, 4));
    await Promise.all(writers.map(async ({ ended }) => await ended));
    expect(writers.map(({ complained }) => complained())).toEqual(["", ""]);
    const store = await acme(database);
    const portfolio = await store.forOrganisation("acme");
    expect(await portfolio.count()).toBe(80);
    const revisions = (await portfolio.snapshots()).items.map(({ revision }) => revision);
    expect(revisions).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    await store.close();
    await database.remove();
  });

  test("many writers in one process follow each other", async () => {
    const database = await engine.make();
    const store = await acme(database);
    const portfolio = await store.forOrganisation("acme");
    await portfolio.ingest(ANN, bytesOf(snapshot([part("core"), part("app", { uses: ["core"] })])));
    const names = Array.from({ length: 25 }, (_, place) => `name ${place}`);
    await Promise.all(
      names.map(async (name) => await portfolio.correct(ANN, { kind: "rename", product: "prd_core", name })),
    );
    expect((await portfolio.product("prd_core"))?.row.version).toBe(26);
    expect((await portfolio.changes({ product: "prd_core", limit: 100 })).items).toHaveLength(26);
    await store.close();
    await database.remove();
  });
});

test("a full disk refuses the change, keeps what was, and goes on when there is room", async () => {
  const [sqlite] = ENGINES;
  if (sqlite === undefined) throw new Error("SQLite is always there");
  const database = await sqlite.make();
  const first = await acme(database);
  await (await first.forOrganisation("acme")).ingest(ANN, bytesOf(snapshot([part("core")])));
  const pages = Math.ceil((await first.size()) / 4096);
  await first.close();
  const store = await openStore({ at: database.at, maxPages: pages + 20 });
  const portfolio = await store.forOrganisation("acme");
  const many = Array.from({ length: 400 }, (_, place) => part(`part-${place}`, { repository: "acme/large" }));
  await expect(portfolio.ingest(ANN, bytesOf(snapshot(many)))).rejects.toMatchObject({ code: "store/full" });
  expect((await portfolio.products()).items.map(({ slug }) => slug)).toEqual(["core"]);
  await portfolio.correct(ANN, { kind: "accept", product: "core" });
  await store.close();
  const roomy = await acme(database);
  await (await roomy.forOrganisation("acme")).ingest(ANN, bytesOf(snapshot(many)));
  expect(await (await roomy.forOrganisation("acme")).count()).toBe(401);
  await roomy.close();
  await database.remove();
});

async function sleep(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
