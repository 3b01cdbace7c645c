/** Sources at work: listed, fetched, scanned and taken in, and gone on with after whatever went wrong. */
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { type ForgeServer, startForge } from "@freehold/sources/forge-for-tests";
import { listJob } from "../../src/sources/source-work.ts";
import { makeWork, type TestWork } from "./work.ts";

// Repositories are fetched and scanned for real.
vi.setConfig({ testTimeout: 120_000 });

const github = ({ url }: ForgeServer, more: object = {}) => ({ kind: "github", url: `${url}/acme`, api: url, ...more });
const manifest = (name: string, uses: readonly string[] = []) => ({
  "package.json": JSON.stringify({
    name: `@acme/${name}`,
    version: "1.0.0",
    dependencies: Object.fromEntries(uses.map((use) => [`@acme/${use}`, "1"])),
  }),
  "src/index.ts": uses.map((use) => `import "@acme/${use}";`).join("\n"),
});

async function states({ acme }: TestWork, source: string) {
  const { items } = await acme.sourceRepositories.list(source);
  return items.map(({ id, scanned, excluded, failures }) => [
    id,
    excluded ?? (failures > 0 ? "failing" : scanned === undefined ? "waiting" : "scanned"),
  ]);
}

describe("a source of GitHub", () => {
  test("brings its repositories into one portfolio, and later only what changed", async () => {
    await using forge = await startForge();
    await using work = await makeWork();
    const first = forge.commit("core", manifest("core"));
    forge.commit("app", manifest("app", ["core"]));
    forge.commit("old", manifest("old"));
    forge.describe("old", { archived: true });
    const source = await work.add(github(forge));
    expect(await work.drain()).toBe(3);
    expect(await states(work, source)).toEqual([
      ["acme/app", "scanned"],
      ["acme/core", "scanned"],
      ["acme/old", "it is archived"],
    ]);
    expect((await work.acme.products()).items.map(({ name }) => name).toSorted()).toEqual(["@acme/app", "@acme/core"]);
    expect((await work.acme.dependents("pkg:npm/%40acme/core"))?.items).toHaveLength(1);
    expect(await work.acme.sourceRepositories.find(source, "acme/core")).toMatchObject({ commit: first, failures: 0 });
    const second = forge.commit("core", manifest("core", ["elsewhere"]));
    await work.acme.jobs.enqueue(listJob(source));
    expect(await work.drain()).toBe(2);
    expect(await work.acme.sourceRepositories.find(source, "acme/core")).toMatchObject({ commit: second });
    await work.acme.jobs.enqueue(listJob(source));
    expect(await work.drain(), "nothing changed").toBe(1);
    expect(forge.asked.slice(-2).map(({ status }) => status)).toEqual([304, 304]);
    forge.remove("app");
    await work.acme.jobs.enqueue(listJob(source));
    await work.drain();
    expect((await states(work, source))[0]?.[1]).toContain("not in the list any more");

    // What it gave stays, and says so, until a person decides otherwise; listed again it is as before.
    const standing = async (name: string) => {
      const { items } = await work.acme.repositories();
      return items.find(({ info }) => info.name === name)?.standing;
    };
    expect((await work.acme.products()).total).toBe(2);
    expect(await standing("app")).toEqual({ state: "gone", source, since: expect.any(Number) });
    expect(await standing("core")).toBeUndefined();
    const since = (await standing("app"))?.since;
    work.pass(3_600_000);
    await work.acme.jobs.enqueue(listJob(source));
    await work.drain();
    expect((await standing("app"))?.since, "since it was first missed").toBe(since);
    forge.commit("app", manifest("app", ["core"]));
    forge.describe("core", { archived: true });
    await work.acme.jobs.enqueue(listJob(source));
    await work.drain();
    expect([await standing("app"), await standing("core")]).toEqual([undefined, { state: "archived", source }]);
    expect((await work.acme.products()).total).toBe(2);
  });

  test("goes on from the page where a limit stopped it", async () => {
    await using forge = await startForge();
    await using work = await makeWork();
    for (const name of ["a", "b", "c", "d", "e"]) forge.commit(name, manifest(name));
    forge.refuse("page=2", { status: 429, headers: { "retry-after": "600" } });
    const source = await work.add(github(forge));
    expect(await work.drain()).toBe(1);
    const [job] = (await work.acme.jobs.list({ kind: "list" })).items;
    expect(job).toMatchObject({ state: "queued", attempts: 0, error: { code: "source/limit" } });
    expect((job?.due ?? 0) - work.now()).toBeGreaterThan(590_000);
    expect(await states(work, source)).toHaveLength(2);
    work.pass(601_000);
    expect(await work.drain()).toBe(6);
    expect((await states(work, source)).map(([, state]) => state)).toEqual(Array(5).fill("scanned"));
    const pages = forge.asked.map(({ path }) => new URL(path, forge.url).searchParams.get("page"));
    expect(pages).toEqual(["1", "2", "2", "3"]);
  });

  test("says what is wrong with its credential, and scans once it is right", async () => {
    await using forge = await startForge();
    await using work = await makeWork();
    forge.commit("app", manifest("app"));
    forge.require("from-the-environment");
    const source = await work.add(github(forge, { credential: { kind: "token", token: "wrong" } }));
    await work.drain();
    expect((await work.acme.jobs.list()).items).toMatchObject([
      { state: "dead", attempts: 1, error: { code: "source/unauthorized" } },
    ]);
    expect((await work.acme.sources.find(source))?.state).toMatchObject({
      error: { code: "source/unauthorized", hint: expect.any(String) },
    });
    const right = await work.add(
      github(forge, { credential: { kind: "token", token: { environment: "FREEHOLD_CREDENTIAL_ACME" } } }),
    );
    await work.drain();
    expect(await states(work, right)).toEqual([["acme/app", "scanned"]]);
    expect(JSON.stringify(await work.acme.jobs.list())).not.toContain("from-the-environment");
    const missing = await work.add(
      github(forge, { credential: { kind: "token", token: { environment: "FREEHOLD_CREDENTIAL_NONE" } } }),
    );
    await work.drain();
    expect((await work.acme.sources.find(missing))?.state).toMatchObject({ error: { code: "source/credential" } });
  });

  test("brings what only the host knows", async () => {
    await using forge = await startForge();
    await using work = await makeWork();
    forge.commit("app", manifest("app"));
    forge.graphql = {
      data: {
        repository: {
          open: { totalCount: 3 },
          newest: { nodes: [] },
          defaultBranchRef: {
            name: "main",
            target: { statusCheckRollup: { state: "SUCCESS", contexts: { nodes: [] } } },
          },
        },
      },
    };
    await work.add(github(forge, { credential: { kind: "token", token: "t" } }));
    await work.drain();
    const [repository] = (await work.acme.repositories()).items;
    expect(repository?.info.id).toMatch(/\/acme\/app$/);
    expect(forge.asked.some(({ path }) => path === "/graphql")).toBe(true);
    expect((await work.acme.jobs.list({ kind: "scan" })).items).toMatchObject([
      { state: "done", result: { products: 1 } },
    ]);
  });

  test("a repository that can't be read fails alone, is tried again, and says what to do", async () => {
    await using forge = await startForge();
    await using work = await makeWork();
    forge.commit("app", manifest("app"));
    forge.commit("core", manifest("core"));
    forge.describe("app", { clone_url: `${forge.url}/acme/none.git` });
    const source = await work.add(github(forge));
    await work.drain();
    expect(await states(work, source)).toEqual([
      ["acme/app", "failing"],
      ["acme/core", "scanned"],
    ]);
    expect(await work.acme.sourceRepositories.find(source, "acme/app")).toMatchObject({
      failures: 1,
      error: { code: "source/not-found", hint: expect.stringContaining("address") },
    });
    forge.describe("app", { clone_url: `${forge.url}/acme/app.git` });
    await work.acme.jobs.enqueue(listJob(source));
    await work.drain();
    expect(await states(work, source)).toEqual([
      ["acme/app", "scanned"],
      ["acme/core", "scanned"],
    ]);
  });
});

test("GitLab, an address of git and a folder are sources too", async () => {
  await using forge = await startForge();
  await using work = await makeWork({ apart: true });
  forge.commit("app", manifest("app"));
  const gitlab = await work.add({ kind: "gitlab", url: `${forge.url}/acme` });
  const git = await work.add({ kind: "git", url: `${forge.url}/acme/app.git` });
  await work.drain();
  expect(await states(work, gitlab)).toEqual([["acme/app", "scanned"]]);
  expect((await states(work, git)).map(([, state]) => state)).toEqual(["scanned"]);
  const { path } = await work.tools.clones.fetch({
    owner: ["x"],
    url: `${forge.url}/acme/app.git`,
    credential: { kind: "none" },
    signal: AbortSignal.timeout(60_000),
  });
  const local = await work.add({ kind: "folder", url: join(path, "..") });
  await work.drain();
  expect((await states(work, local)).map(([, state]) => state)).toEqual(["scanned"]);
});
