import type { HostedFacts } from "@freehold/model";
import { expect, test } from "vitest";
import { assess, shippedStandard } from "../src/index.ts";
import { NOW, type Sample, sampleDocument, sampleSnapshot } from "./sample.ts";

const imported = { provenance: "imported", source: "github", importedAt: NOW } as const;
const pipeline = { path: ".github/workflows/ci.yml", system: "github-actions", events: [], commands: [], uses: [] };

function itemOf(id: string, sample: Sample) {
  const [product] = assess(sampleSnapshot(sample), shippedStandard()).products;
  const found = product?.steadyState.items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no item ${id}`);
  return found;
}
const hosted = (facts: HostedFacts): Sample => ({ repository: { pipelines: [pipeline], hosted: facts } });
const mainLine = (facts: Partial<NonNullable<HostedFacts["mainLine"]>>) =>
  itemOf(
    "main-line-passes",
    hosted({ mainLine: { ...imported, branch: "main", state: "passing", at: NOW, ...facts } }),
  );

test("the main line: passing, failing since, not finished, long outdated, not imported, no pipeline at all", () => {
  expect(mainLine({}).result).toBe("passed");
  const failing = mainLine({ state: "failing", failingSince: "2026-05-20T00:00:00Z", failing: ["test"] });
  expect(failing).toMatchObject({ result: "failed", detail: "main fails since 2026-05-20 (test)." });
  expect(failing.evidence.length).toBeGreaterThan(0);
  expect(mainLine({ state: "running" }).result).toBe("unknown");
  expect(mainLine({ at: "2026-01-01T00:00:00Z" }).result).toBe("unknown");
  expect(itemOf("main-line-passes", { repository: { pipelines: [pipeline] } }).result).toBe("unknown");
  expect(itemOf("main-line-passes", {}).result).toBe("not-applicable");
});

const waiting = (changedAt: string) =>
  hosted({
    changes: {
      ...imported,
      open: 3,
      drafts: 1,
      oldest: [{ title: "Dim", url: "https://example.com/7", draft: true, changedAt }],
    },
  });

test("change requests that nobody touches are half-done work", () => {
  expect(itemOf("no-stale-changes", waiting("2026-05-20T00:00:00Z")).result).toBe("passed");
  const still = itemOf("no-stale-changes", waiting("2026-01-02T00:00:00Z"));
  expect(still).toMatchObject({ result: "failed" });
  expect(still.evidence[0]?.detail).toContain("draft: Dim, still since 2026-01-02");
  expect(itemOf("no-stale-changes", {}).result).toBe("unknown");
});

test("a decision that is only proposed waits half a year at most", () => {
  const record = { path: "docs/adr/0007-dim.md", line: 1, text: "Dim by night" };
  const guides = {
    count: 1,
    decisions: 1,
    records: [record],
    words: 90,
    dead: [],
    broken: [],
    deadCount: 0,
    brokenCount: 0,
    inner: 0,
    codeChecked: 0,
    paths: [record.path],
    comparing: [],
    reasoning: [],
  };
  const proposed = (changedAt?: string): Sample => ({
    facts: {
      guides: {
        ...guides,
        open: [{ path: record.path, line: 3, status: "proposed", ...(changedAt === undefined ? {} : { changedAt }) }],
      },
    },
  });
  const left = itemOf("decisions-taken", proposed("2025-11-01T00:00:00.000Z"));
  expect(left).toMatchObject({ result: "failed", detail: "1 of 1 have been open for half a year." });
  expect(left.evidence[0]).toMatchObject({ path: record.path, line: 3, detail: "proposed, last changed 2025-11-01" });
  expect(itemOf("decisions-taken", proposed("2026-05-01T00:00:00.000Z")).result).toBe("passed");
  expect(itemOf("decisions-taken", proposed()).result).toBe("unknown");
  expect(itemOf("decisions-taken", { facts: { guides } }).result).toBe("passed");
  expect(itemOf("decisions-taken", {}).result).toBe("not-applicable");
});

const running = (text: string, ...events: string[]) =>
  itemOf("verified", { repository: { pipelines: [{ ...pipeline, events, commands: [{ text, line: 4 }] }] } });

test("what only installs builds nothing, and what only a clock starts holds no change", () => {
  expect(running("npm install release-it", "push").result).toBe("unknown");
  expect(running("npm ci", "pull_request").result).toBe("unknown");
  expect(running("npm run build", "schedule").result).toBe("unknown");
  expect(running("npm run build", "pull_request").result).toBe("passed");
});

test("a job that never runs is half-done work", () => {
  const off = [{ text: "Browser tests", line: 12 }];
  expect(itemOf("pipelines-switched-on", { repository: { pipelines: [{ ...pipeline, off }] } })).toMatchObject({
    result: "failed",
    evidence: [{ path: ".github/workflows/ci.yml", line: 12, detail: "Browser tests" }],
  });
  expect(itemOf("pipelines-switched-on", { repository: { pipelines: [pipeline] } }).result).toBe("passed");
  expect(itemOf("pipelines-switched-on", {}).result).toBe("not-applicable");
});

const heading = (text: string, depth: number, line: number) => ({ text, depth, line });

test("what the changelog has told as unreleased for long is not released", () => {
  const telling = (...headings: ReturnType<typeof heading>[]) =>
    itemOf("released", {
      facts: {
        documents: [sampleDocument({ path: "CHANGELOG.md", role: "changelog", headings })],
        releases: [{ version: "1.0.0", tag: "v1.0.0", commit: "c1", releasedAt: "2026-01-01T00:00:00.000Z" }],
        history: {
          commits: 9,
          people: 1,
          firstCommit: "2024-01-01T00:00:00.000Z",
          lastCommit: "2026-01-20T00:00:00.000Z",
          quarters: [],
        },
      },
    });
  expect(telling(heading("Unreleased", 2, 3), heading("Added", 3, 5), heading("1.0.0", 2, 9))).toMatchObject({
    result: "failed",
    evidence: [{ path: "CHANGELOG.md", line: 3 }, { commit: "c1" }],
  });
  expect(telling(heading("Unreleased", 2, 3), heading("1.0.0", 2, 9)).result).toBe("passed");
  expect(telling(heading("1.0.0", 2, 9)).result).toBe("passed");
});

const halfDone = (facts: NonNullable<NonNullable<Sample["facts"]>["halfDone"]>): Sample => ({
  facts: { halfDone: facts },
});
const place = { path: "dim.test.ts", line: 7, text: 'it.skip("dims", () => {' };

test("a test that was switched off three months ago already is half-done work", () => {
  const off = (left?: number) =>
    itemOf(
      "no-tests-left-off",
      halfDone({ testsOff: { count: 2, places: [place], ...(left === undefined ? {} : { left }) } }),
    );
  expect(off(1)).toMatchObject({
    result: "failed",
    evidence: [{ path: "dim.test.ts", line: 7, detail: 'it.skip("dims", () => {' }],
  });
  expect(off(0).result).toBe("passed");
  expect(off().result).toBe("unknown");
  expect(itemOf("no-tests-left-off", halfDone({ testsOff: { count: 0, left: 0, places: [] } })).result).toBe(
    "not-applicable",
  );
  expect(itemOf("no-tests-left-off", {}).result).toBe("unknown");
});

test("notes of what is left to do may not pile up", () => {
  const testsOff = { count: 0, places: [] };
  const since = "2026-03-01T00:00:00.000Z";
  const notes = (added: number, removed: number) =>
    itemOf(
      "notes-do-not-pile-up",
      halfDone({
        testsOff,
        notes: { since, commit: "c1", added, removed, places: [{ path: "dim.ts", line: 3, text: "// TODO: dim" }] },
      }),
    );
  expect(notes(9, 1)).toMatchObject({
    result: "failed",
    evidence: [
      { path: "dim.ts", line: 3, detail: "// TODO: dim" },
      { commit: "c1", detail: "compared with 2026-03-01" },
    ],
  });
  expect(notes(9, 8).result).toBe("passed");
  expect(itemOf("notes-do-not-pile-up", halfDone({ testsOff })).result).toBe("unknown");
  const young = { commits: 2, people: 1, firstCommit: since, lastCommit: "2026-03-09T00:00:00.000Z", quarters: [] };
  expect(itemOf("notes-do-not-pile-up", { facts: { halfDone: { testsOff }, history: young } }).result).toBe(
    "not-applicable",
  );
});

test("a large change that says nowhere why leaves its reason with whoever made it", () => {
  const history = {
    commits: 9,
    people: 1,
    firstCommit: "2024-01-01T00:00:00.000Z",
    lastCommit: "2026-01-20T00:00:00.000Z",
    quarters: [],
  };
  const change = { commit: "c1", committedAt: "2026-01-20T00:00:00.000Z", subject: "Dim", files: 12, lines: 900 };
  const large = (count: number, ...silent: (typeof change)[]) =>
    itemOf("large-changes-explained", {
      facts: { history, largeChanges: { count, silentCount: silent.length, silent } },
    });
  expect(large(3, change)).toMatchObject({
    result: "failed",
    detail: "1 of 3 large changes of a year says nowhere why.",
    evidence: [{ commit: "c1", detail: "2026-01-20 Dim: 900 lines more" }],
  });
  expect(large(3).result).toBe("passed");
  expect(large(0).result).toBe("not-applicable");
});

const shippedAt = (lastShipped?: string) =>
  itemOf("released", {
    facts: {
      releases: [{ version: "1.0.0", tag: "v1.0.0", commit: "c1", releasedAt: "2026-01-01T00:00:00.000Z" }],
      history: {
        commits: 9,
        people: 1,
        firstCommit: "2024-01-01T00:00:00.000Z",
        lastCommit: "2026-05-20T00:00:00.000Z",
        ...(lastShipped === undefined ? {} : { lastShipped }),
        quarters: [],
      },
    },
  }).result;

test("what is only there to be read needs no release", () => {
  expect(shippedAt()).toBe("failed");
  expect(shippedAt("2026-01-02T00:00:00.000Z")).toBe("passed");
});
