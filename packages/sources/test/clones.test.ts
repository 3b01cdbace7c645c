/** The cache of repositories: fetched over git's own HTTP, bounded, and safe from what a kill leaves behind. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Clones, type GitCredential, openClones, type Reach } from "../src/index.ts";
import { type ForgeServer, startForge } from "./forge-server.ts";

const here: Reach = async ({ hostname }) => ({ address: hostname, family: 4 });
const refusing: Reach = async () => await Promise.reject(new Error("not public"));
const MIB = 1024 * 1024;

let forge: ForgeServer;
let folder: string;

beforeEach(async () => {
  forge = await startForge();
  folder = await mkdtemp(join(tmpdir(), "freehold-clones-"));
});
afterEach(async () => {
  await forge[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

function clones(more: Partial<Parameters<typeof openClones>[0]> = {}): Clones {
  return openClones({ folder, mostBytes: 100 * MIB, mostBytesEach: 10 * MIB, reach: here, ...more });
}

function wanted(
  name: string,
  more: { readonly credential?: GitCredential; readonly depth?: number; readonly url?: string } = {},
) {
  return {
    owner: ["acme", "src_1"],
    url: `${forge.url}/acme/${name}.git`,
    credential: { kind: "none" } as const,
    signal: AbortSignal.timeout(60_000),
    ...more,
  };
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd, encoding: "utf8" }).trim();
}

describe("a repository", () => {
  test("is fetched bare, then only what changed; its remote is known without a secret", async () => {
    const first = forge.commit("app", { "a.txt": "1" });
    const one = await clones().fetch(wanted("app"));
    expect(one).toMatchObject({ commit: first, branch: "main" });
    expect(git(one.path, "config", "remote.origin.url")).toBe(`${forge.url}/acme/app.git`);
    const second = forge.commit("app", { "a.txt": "2" });
    expect(await clones().look(wanted("app"))).toEqual({ commit: second, branch: "main" });
    const two = await clones().fetch(wanted("app"));
    expect(two).toEqual({ ...one, commit: second });
    expect(git(two.path, "rev-list", "--count", "HEAD")).toBe("2");
    expect(readdirSync(two.path)).not.toContain("hooks");
  });

  test("is fetched shallow, and whole later", async () => {
    for (const text of ["1", "2", "3"]) forge.commit("app", { "a.txt": text });
    const shallow = await clones().fetch(wanted("app", { depth: 1 }));
    expect(git(shallow.path, "rev-list", "--count", "HEAD")).toBe("1");
    const whole = await clones().fetch(wanted("app"));
    expect(git(whole.path, "rev-list", "--count", "HEAD")).toBe("3");
  });

  test("that is private is fetched with a credential, which no file keeps", async () => {
    const commit = forge.commit("app", {});
    forge.require("s3cret-token");
    await expect(clones().fetch(wanted("app"))).rejects.toMatchObject({ code: "source/unauthorized", final: true });
    const credential = { kind: "basic", user: "x-access-token", password: "s3cret-token" } as const;
    const { path, ...fetched } = await clones().fetch(wanted("app", { credential }));
    expect(fetched).toEqual({ commit, branch: "main" });
    const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "latin1"));
    expect(texts.filter((text) => text.includes("s3cret"))).toEqual([]);
  });

  test("that is not there, is empty or elsewhere is told apart", async () => {
    await expect(clones().fetch(wanted("none"))).rejects.toMatchObject({ code: "source/not-found", final: true });
    await expect(clones({ reach: refusing }).fetch(wanted("app"))).rejects.toThrow("not public");
    const empty = join(folder, "..", `empty-${process.pid}.git`);
    git(tmpdir(), "init", "--quiet", "--bare", empty);
    expect(await clones().fetch(wanted("", { url: `file://${empty}` }))).not.toHaveProperty("commit");
    await rm(empty, { recursive: true });
  });

  test("that is too large is refused, and leaves nothing", async () => {
    const noise = Array.from({ length: 40_000 }, (_, at) => Math.sin(at).toString(36)).join("\n");
    forge.commit("app", { "large.txt": noise });
    await expect(clones({ mostBytesEach: 100_000 }).fetch(wanted("app"))).rejects.toMatchObject({
      code: "source/too-large",
      final: true,
    });
    expect(
      readdirSync(join(folder, "acme", "src_1")).flatMap((name) => readdirSync(join(folder, "acme", "src_1", name))),
    ).toEqual([]);
  });

  test("runs no hook, and is fetched again over what a kill left behind", async () => {
    forge.commit("app", { "a.txt": "1" });
    const { path } = await clones().fetch(wanted("app"));
    const mark = join(folder, "mark");
    mkdirSync(join(path, "hooks"));
    writeFileSync(join(path, "hooks", "reference-transaction"), `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    for (const lock of ["HEAD.lock", "shallow.lock", "packed-refs.lock", "refs/heads/main.lock"])
      writeFileSync(join(path, lock), "");
    writeFileSync(join(path, "objects", "pack", "tmp_pack_1"), "half");
    const commit = forge.commit("app", { "a.txt": "2" });
    expect(await clones().fetch(wanted("app"))).toMatchObject({ commit });
    expect(existsSync(mark)).toBe(false);
    expect(readdirSync(join(path, "objects", "pack")).filter((name) => name.startsWith("tmp_"))).toEqual([]);
  });

  test("stops where it is told to", async () => {
    forge.commit("app", {});
    const ended = AbortSignal.abort(new Error("the worker ends"));
    await expect(clones().fetch({ ...wanted("app"), signal: ended })).rejects.toThrow("the worker ends");
  });
});

function hoursAgo(hours: number): Date {
  return new Date(Date.now() - hours * 3_600_000);
}

test("room is made by removing what was used longest ago, and nothing of the last hour", async () => {
  for (const name of ["old", "older", "young"]) forge.commit(name, { "a.txt": name.repeat(1000) });
  const paths = new Map<string, string>();
  for (const name of ["old", "older", "young"]) paths.set(name, (await clones().fetch(wanted(name))).path);
  utimesSync(paths.get("old") ?? "", hoursAgo(2), hoursAgo(2));
  utimesSync(paths.get("older") ?? "", hoursAgo(9), hoursAgo(9));
  expect(await clones({ mostBytes: 100 * MIB }).evict()).toBe(0);
  expect(await clones({ mostBytes: 1 }).evict()).toBe(2);
  expect([...paths].filter(([, path]) => existsSync(path)).map(([name]) => name)).toEqual(["young"]);
});
