/** A clone that lacks objects, and that nothing marks as partial: what is there is read, what isn't is told. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { scan } from "../../src/index.ts";
import { beginStory } from "./story.ts";

const folder = mkdtempSync(join(tmpdir(), "freehold-missing-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const manifest = (name: string) => JSON.stringify({ name, version: "1.0.0" });

function lose(path: string, revision: string): void {
  const id = execFileSync("git", ["-C", path, "rev-parse", revision], { encoding: "utf8" }).trim();
  rmSync(join(path, ".git", "objects", id.slice(0, 2), id.slice(2)));
}

test("lost contents, of now and of the past, cost what they say and no more", async () => {
  const { path, tell } = beginStory(join(folder, "clone"));
  tell([
    { "a/package.json": manifest("a"), "a/old.ts": "export const old = 1;\n" },
    { "b/package.json": manifest("b"), "b/index.ts": 'import "a";\n', "a/old.ts": null },
    { "b/lost.ts": 'import "c";\n' },
  ]);
  lose(path, "HEAD:b/lost.ts");
  lose(path, "HEAD~2:a/old.ts");
  const { snapshot } = await scan([path], { history: true, worktree: false, cache: false });
  expect(snapshot.units.map(({ name }) => name).toSorted()).toEqual(["a", "b", "clone"]);
  expect(snapshot.repositories[0]).toMatchObject({ commits: 3, missingObjects: 1 });
  expect(snapshot.units.find(({ name }) => name === "b")?.consumes.map(({ id }) => id)).toEqual(["pkg:npm/a"]);
  expect(snapshot.problems.map(({ code }) => code)).toContain("repository/missing-objects");
});

test("a lost folder of the past leaves every commit in the history", async () => {
  const { path, tell } = beginStory(join(folder, "trees"));
  tell([{ "a/x.ts": "1\n" }, { "a/x.ts": null, "b/package.json": manifest("b") }, { "b/y.ts": "2\n" }]);
  lose(path, "HEAD~2:a");
  const { snapshot } = await scan([path], { history: true, worktree: false, cache: false });
  expect(snapshot.repositories[0]).toMatchObject({ commits: 3 });
  expect(snapshot.problems.map(({ code }) => code)).toContain("repository/missing-objects");
});
