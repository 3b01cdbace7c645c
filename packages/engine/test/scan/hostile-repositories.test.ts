/** Odd repositories through the whole scan: a right answer or a clear finding, and soon. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Snapshot } from "@freehold/model";
import { afterAll, describe, expect, test } from "vitest";
import { scan } from "../../src/index.ts";
import { beginStory } from "./story.ts";

const folder = mkdtempSync(join(tmpdir(), "freehold-odd-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const manifest = (name: string) => JSON.stringify({ name, version: "1.0.0" });

async function scanned(path: string): Promise<Snapshot> {
  return (await scan([path], { history: true, worktree: false, cache: false })).snapshot;
}

function git(path: string, args: readonly string[], input = ""): string {
  return execFileSync("git", ["-C", path, ...args], { encoding: "utf8", input, maxBuffer: 1 << 26 }).trim();
}

const units = ({ units: all }: Snapshot) => all.map(({ name }) => name).toSorted();

test("100,000 files", { timeout: 120_000 }, async () => {
  const { path, tell } = beginStory(join(folder, "many"));
  tell([{ "package.json": manifest("many"), "src/one.ts": 'import "left-pad";\n' }]);
  const blob = git(path, ["rev-parse", "HEAD:src/one.ts"]);
  const lines = Array.from({ length: 100_000 }, (_, at) => `100644 ${blob}\tsrc/d${at % 500}/f${at}.ts`);
  git(path, ["read-tree", "HEAD"]);
  git(path, ["update-index", "--index-info"], `${lines.join("\n")}\n`);
  git(path, ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "Many"]);
  const snapshot = await scanned(path);
  expect(snapshot.repositories[0]?.files).toBe(100_002);
  const [consumed] = snapshot.units.find(({ name }) => name === "many")?.consumes ?? [];
  expect([consumed?.id, consumed?.uses]).toEqual(["pkg:npm/left-pad", 100_001]);
});

test("a source file of 200 MB is counted and not read", { timeout: 60_000 }, async () => {
  const { path, tell } = beginStory(join(folder, "large"));
  tell([{ "package.json": manifest("large"), "src/huge.ts": "0;\n".repeat(66_700_000), "src/ok.ts": "export {};\n" }]);
  const before = process.memoryUsage.rss();
  const snapshot = await scanned(path);
  expect(snapshot.problems.map(({ code }) => code)).toContain("imports/large-files");
  expect(snapshot.repositories[0]?.bytes).toBeGreaterThan(200_000_000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000);
});

describe("how a repository lies there", () => {
  const told = beginStory(join(folder, "told"));
  told.tell([
    { "a/package.json": manifest("a") },
    { "b/package.json": manifest("b") },
    { ".gitmodules": '[submodule "gone"]\n\tpath = vendor/gone\n\turl = https://example.com/gone.git\n' },
  ]);

  test("shallow: what is there, and that its history is cut", async () => {
    const shallow = join(folder, "shallow");
    git(folder, ["clone", "-q", "--depth", "1", `file://${told.path}`, shallow]);
    const snapshot = await scanned(shallow);
    expect(units(snapshot)).toEqual(expect.arrayContaining(["a", "b"]));
    expect(snapshot.repositories[0]).toMatchObject({ shallow: true, commits: 1 });
  });

  test("detached HEAD: the commit, and no branch", async () => {
    const detached = join(folder, "detached");
    git(folder, ["clone", "-q", told.path, detached]);
    git(detached, ["checkout", "-q", "HEAD~2"]);
    const snapshot = await scanned(detached);
    expect(units(snapshot)).not.toContain("b");
    expect(snapshot.repositories[0]).toMatchObject({ commits: 1, revision: git(detached, ["rev-parse", "HEAD"]) });
    expect(snapshot.repositories[0]).not.toHaveProperty("branch");
  });

  test("submodules that are not there: known by where they come from", async () => {
    const modules = join(folder, "modules");
    git(folder, ["clone", "-q", told.path, modules]);
    git(modules, ["update-index", "--add", "--cacheinfo", `160000,${git(modules, ["rev-parse", "HEAD"])},vendor/gone`]);
    git(modules, ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "Point at it"]);
    const { units: all } = await scanned(modules);
    expect(all.find(({ path }) => path === "vendor/gone")).toMatchObject({ kind: "submodule" });
  });
});
