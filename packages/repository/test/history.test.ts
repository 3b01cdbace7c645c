import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChangeStatus, readHistory } from "../src/index.ts";
import type { History } from "../src/index.ts";
import { opened, temporaryFolder, temporaryRepository } from "./temporary.ts";
import type { TestRepository } from "./temporary.ts";

const STATUS = Object.fromEntries(Object.entries(ChangeStatus).map(([name, value]) => [value, name]));

/** Everything a history says, with indexes resolved: `status path +added -deleted (from)`, `?` for unknown lines. */
function spelled(history: History): unknown[] {
  const { commits, changes, paths, authors } = history;
  return commits.id.map((id, commit) => {
    const rows: string[] = [];
    for (let at = commits.firstChange[commit] ?? 0; at < (commits.firstChange[commit + 1] ?? 0); at++) {
      const from = changes.from[at] ?? -1;
      const name = `${STATUS[changes.status[at] ?? 0]} ${paths[changes.path[at] ?? 0]}`;
      const lines = changes.added[at] === -1 ? "?" : `+${changes.added[at]} -${changes.deleted[at]}`;
      rows.push(`${name} ${lines}${from < 0 ? "" : ` (${paths[from]})`}`);
    }
    const author = authors[commits.author[commit] ?? 0];
    const others = commits.coAuthors.get(commit)?.map((each) => authors[each]);
    return {
      id,
      author,
      others,
      time: commits.time[commit],
      subject: commits.subject[commit],
      parents: commits.parents[commit],
      rows,
    };
  });
}

async function rowsOf(fixture: TestRepository): Promise<Record<string, string[]>> {
  const { history } = await readHistory(await opened(fixture.path));
  const all = spelled(history) as { subject: string; rows: string[] }[];
  return Object.fromEntries(all.map(({ subject, rows }) => [subject, rows]));
}

describe("readHistory", () => {
  it("gives commits oldest first with their changes and lines", async () => {
    const fixture = temporaryRepository();
    fixture.commit("Add", { "a.txt": "1\n2\n3\n", "logo.bin": Buffer.from([0, 1, 2]) });
    fixture.commit("Change", { "a.txt": "1\nzwei\n3\n4\n" });
    rmSync(join(fixture.path, "a.txt"));
    fixture.commit("Delete");
    expect(await rowsOf(fixture)).toEqual({
      Add: ["added a.txt +3 -0", "added logo.bin ?"],
      Change: ["modified a.txt +2 -1"],
      Delete: ["deleted a.txt +0 -4"],
    });
  });

  it("sees renames by contents, and by a base name that is the only one", async () => {
    const fixture = temporaryRepository();
    fixture.commit("Add", { "a/x.txt": "same\n", "a/y.txt": "1\n2\n", "a/index.js": "a\n", "b/index.js": "b\n" });
    renameSync(join(fixture.path, "a"), join(fixture.path, "c"));
    renameSync(join(fixture.path, "b"), join(fixture.path, "d"));
    renameSync(join(fixture.path, "c/x.txt"), join(fixture.path, "c/z.txt"));
    fixture.commit("Move", { "c/y.txt": "1\nzwei\n", "c/index.js": "c\n", "d/index.js": "d\n" });
    const rows = (await rowsOf(fixture))["Move"] ?? [];
    expect(rows).toContain("renamed c/z.txt +0 -0 (a/x.txt)");
    expect(rows).toContain("renamed c/y.txt ? (a/y.txt)");
    expect(rows).toEqual(expect.arrayContaining(["added c/index.js +1 -0", "deleted a/index.js +0 -1"]));
    expect(rows).toHaveLength(6);
  });

  it("reads co-authors, merges and subjects", async () => {
    const fixture = temporaryRepository();
    fixture.commit("Base", { "a.txt": "a\n" });
    fixture.git("checkout", "-q", "-b", "side");
    fixture.commit("Side\n\nCo-authored-by: Grace <grace@example.org>\nCo-Authored-By: edsger@example.org", {
      "b.txt": "b\n",
    });
    fixture.git("checkout", "-q", "main");
    fixture.commit("Main", { "c.txt": "c\n" });
    fixture.git("merge", "-q", "--no-ff", "-m", "Merge #1 from ada/side", "side");
    const { history } = await readHistory(await opened(fixture.path));
    const { subject, parents, coAuthors } = history.commits;
    expect(Array.from(subject, (text, index) => [text, parents[index]])).toEqual([
      ["Base", 0],
      ["Side", 1],
      ["Main", 1],
      ["Merge #1 from ada/side", 2],
    ]);
    expect(coAuthors.get(1)?.map((each) => history.authors[each])).toEqual([
      { name: "Grace", email: "grace@example.org" },
      { name: "", email: "edsger@example.org" },
    ]);
    expect(history.commits.firstChange.at(-1)).toBe(3);
  });

  it("is empty without commits", async () => {
    const { history, problems } = await readHistory(await opened(temporaryRepository().path));
    expect([history.commits.id, [...history.commits.firstChange], problems]).toEqual([[], [0], []]);
  });

  it("leaves out commits before a time", async () => {
    const fixture = temporaryRepository();
    fixture.commit("Old", { "a.txt": "a\n" });
    fixture.commit("New", { "b.txt": "b\n" });
    const { history } = await readHistory(await opened(fixture.path), "HEAD", { since: 1_700_000_100 });
    expect(history.commits.subject).toEqual(["New"]);
  });

  it("counts no lines where the limits say so", async () => {
    const fixture = temporaryRepository();
    fixture.commit("Two", { "a.txt": "a\n", "long.txt": "long\n".repeat(100) });
    fixture.commit("Three", { "b.txt": "b\n", "c.txt": "c\n", "d.txt": "d\n" });
    const repository = await opened(fixture.path);
    const { history } = await readHistory(repository, "HEAD", { lines: { maxPaths: 2, maxBytes: 200, oneIn: 1 } });
    expect([...history.changes.added]).toEqual([1, -1, -1, -1, -1]);
  });

  it("is read again when the kept one is damaged, or the branch was rewritten", async () => {
    const fixture = temporaryRepository();
    const cacheFolder = temporaryFolder();
    fixture.commit("One", { "a.txt": "a\n" });
    fixture.commit("Two", { "a.txt": "b\n" });
    const read = async (): Promise<unknown[]> =>
      spelled((await readHistory(await opened(fixture.path), "HEAD", { cacheFolder })).history);
    const first = await read();
    expect(await read()).toEqual(first);
    for (const name of readdirSync(cacheFolder, { recursive: true, encoding: "utf8" })) {
      if (name.endsWith(".history")) writeFileSync(join(cacheFolder, name), "FHH3 damaged beyond repair");
    }
    expect(await read()).toEqual(first);
    fixture.git("reset", "-q", "--hard", "HEAD~1");
    fixture.commit("Other two", { "c.txt": "c\n" });
    expect((await read()).length).toBe(2);
    expect(await read()).toEqual(spelled((await readHistory(await opened(fixture.path))).history));
  });

  it("is the same read in pieces as read at once", async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("write" as const), file: fc.nat(4), text: fc.nat(9) }),
      fc.record({ kind: fc.constant("move" as const), file: fc.nat(4), text: fc.nat(9) }),
      fc.record({ kind: fc.constant("merge" as const), file: fc.nat(4), text: fc.nat(9) }),
      fc.record({ kind: fc.constant("read" as const), file: fc.nat(4), text: fc.nat(9) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const fixture = temporaryRepository();
        const cacheFolder = temporaryFolder();
        fixture.commit("Start", { f0: "0\n", f1: "1\n", f2: "2\n", f3: "3\n", f4: "4\n" });
        for (const [index, { kind, file, text }] of steps.entries()) {
          if (kind === "write") fixture.commit(`Write ${index}`, { [`f${file}`]: `${text}\n`.repeat(text) });
          if (kind === "move") {
            rmSync(join(fixture.path, `f${file}`), { force: true });
            fixture.commit(`Move ${index}`, { [`d${text}/f${file}`]: `${file}\n` });
          }
          if (kind === "merge") {
            fixture.git("checkout", "-q", "-b", `side${index}`, "HEAD~0");
            fixture.commit(`Side ${index}`, { [`side${index}`]: "s\n" });
            fixture.git("checkout", "-q", "main");
            fixture.commit(`Main ${index}`, { [`main${index}`]: "m\n" });
            fixture.git("merge", "-q", "--no-ff", "-m", `Merge ${index}`, `side${index}`);
          }
          if (kind === "read") await readHistory(await opened(fixture.path), "HEAD", { cacheFolder });
        }
        const repository = await opened(fixture.path);
        const pieces = await readHistory(repository, "HEAD", { cacheFolder });
        const kept = await readHistory(repository, "HEAD", { cacheFolder });
        const once = await readHistory(repository);
        expect(spelled(pieces.history)).toEqual(spelled(once.history));
        expect(spelled(kept.history)).toEqual(spelled(once.history));
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
