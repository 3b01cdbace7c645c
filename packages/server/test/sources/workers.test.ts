/** Workers on one PostgreSQL: they share the jobs, and those of one that is killed are done by another. */
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { startForge } from "@freehold/sources/forge-for-tests";
import { startWorking } from "../../src/sources/work/working.ts";
import { DATABASES } from "../api/databases.ts";
import { makeWork, type TestWork } from "./work.ts";

vi.setConfig({ testTimeout: 240_000 });

const postgres = DATABASES.filter(({ engine }) => engine === "postgres");
const names = ["a", "b", "c", "d", "e", "f"];

function failed(error: unknown): void {
  expect.unreachable(String(error));
}

async function until(
  work: TestWork,
  done: (jobs: readonly { readonly kind: string; readonly state: string }[]) => boolean,
) {
  for (;;) {
    const { items } = await work.acme.jobs.list({ limit: 100 });
    if (done(items)) return items;
    await pause(200);
  }
}

test.each(postgres)("two workers share the jobs of $engine, and none is done twice", async (database) => {
  const { at, remove } = await database.make();
  {
    await using forge = await startForge();
    await using one = await makeWork({ at });
    await using two = await makeWork({ at });
    for (const name of names) forge.commit(name, { "package.json": JSON.stringify({ name }) });
    const workers = [one, two].map(({ tools }) => startWorking({ tools, places: 2, random: () => 0.5, failed }));
    await one.add({ kind: "github", url: `${forge.url}/acme`, api: forge.url });
    const jobs = await until(one, (all) => all.length === 7 && all.every(({ state }) => state === "done"));
    expect(jobs.map(({ state }) => state)).toEqual(Array(7).fill("done"));
    expect((await one.acme.jobs.list()).items.map(({ attempts }) => attempts)).toEqual(Array(7).fill(1));
    for (const worker of workers) await worker.stop(10_000);
    expect((await one.acme.repositories()).items).toHaveLength(6);
  }
  await remove();
});

test.each(postgres)("the jobs of a worker that was killed are done by another: $engine", async (database) => {
  const { at, remove } = await database.make();
  {
    await using forge = await startForge();
    await using work = await makeWork({ at });
    for (const name of names) forge.commit(name, { "package.json": JSON.stringify({ name }) });
    await work.add({ kind: "github", url: `${forge.url}/acme`, api: forge.url });
    const main = new URL("../../../cli/bin/freehold.js", import.meta.url).pathname;
    const environment = {
      ...process.env,
      FREEHOLD_SOURCES_ALLOW: "127.0.0.0/8",
      FREEHOLD_DATABASE: at,
      FREEHOLD_WORKER_JOBS: "2",
    };
    const worker = spawn(process.execPath, [main, "worker"], { env: environment, stdio: "ignore" });
    await until(work, (all) => all.some(({ kind, state }) => kind === "scan" && state === "running"));
    worker.kill("SIGKILL");
    const left = (await work.acme.jobs.list({ states: ["running"] })).items;
    expect(left.length).toBeGreaterThan(0);
    await expireLeases(at);
    await work.store.jobs.reclaim();
    await work.drain();
    const { items } = await work.acme.jobs.list({ limit: 100 });
    expect(items.map(({ state }) => state)).toEqual(Array(7).fill("done"));
    expect((await work.acme.repositories()).items).toHaveLength(6);
  }
  await remove();
});

/** As if the minute had passed in which nobody held on to them. */
async function expireLeases(at: string): Promise<void> {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  await client.query(
    "update freehold_boss.job set heartbeat_on = heartbeat_on - interval '10 minutes' where state = 'active'",
  );
  await client.query("update freehold_boss.queue set monitor_claim_on = monitor_claim_on - interval '10 minutes'");
  await client.end();
}
