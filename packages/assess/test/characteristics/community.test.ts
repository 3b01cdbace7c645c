import type { HistoryFacts } from "@freehold/model";
import { expect, test } from "vitest";
import { testMendings } from "../mended.ts";
import { NOW, outcomeOf, type Sample, sampleDocument, sampleProduct } from "../sample.ts";

const documents = (...all: Parameters<typeof sampleDocument>[0][]): Sample => ({
  facts: { documents: all.map((one) => sampleDocument(one)) },
});
const guide = { path: "CONTRIBUTING.md", role: "contributing" as const };
const policy = { path: "SECURITY.md", role: "security" as const, words: 9 };
const owner = (name: string) => ({
  value: { kind: "group" as const, id: name, name },
  provenance: "declared" as const,
  confidence: 1,
  evidence: [{ rule: "x", path: "CODEOWNERS", line: 1 }],
});
const outside = (people: number): Sample => {
  const recent: HistoryFacts["recent"] = {
    commits: 9,
    counted: 9,
    people: 3,
    crossing: 0,
    parties: { median: 1, p90: 1, most: 1 },
    outside: { commits: people, people },
    together: [],
  };
  return {
    facts: {
      history: {
        commits: 9,
        people: 3,
        firstCommit: "2020-01-01T00:00:00.000Z",
        lastCommit: "2026-05-01T00:00:00.000Z",
        quarters: [],
        recent,
      },
    },
  };
};

const issues = (opened: number, answered: number): Sample => ({
  product: { provenance: "declared" },
  repository: {
    hosted: {
      issues: {
        provenance: "imported",
        source: "github",
        importedAt: NOW,
        since: "2026-03-01T00:00:00.000Z",
        open: 9,
        opened,
        answered,
        unanswered: [
          { title: "It flickers", url: "https://example.com/issues/3", openedAt: "2026-03-02T00:00:00.000Z" },
        ],
      },
    },
  },
});

testMendings("community", [
  ["questions-answered", issues(20, 4), issues(20, 18)],
  [
    "place-to-ask",
    documents({ links: [{ target: "https://github.com/acme/lamp", line: 2 }] }),
    documents({ links: [{ target: "https://github.com/acme/lamp/discussions", line: 2 }] }),
  ],
  [
    "guide-matches-scripts",
    documents({ ...guide }),
    documents({ ...guide, commands: [{ text: "npm test", line: 4 }] }),
  ],
  ["outside-contributions", outside(0), outside(2)],
  [
    "owner-can-be-reached",
    {},
    { product: { ownership: { declared: [owner("@acme/light")], ranked: [], findings: [] } } },
  ],
  [
    "security-contact",
    documents({ ...policy }),
    documents({ ...policy, links: [{ target: "mailto:safe@acme.test", line: 2 }] }),
  ],
  [
    "nothing-left-blank",
    documents({ role: "conduct", path: "CODE_OF_CONDUCT.md", blanks: [{ text: "[INSERT CONTACT METHOD]", line: 40 }] }),
    documents({ role: "conduct", path: "CODE_OF_CONDUCT.md" }),
  ],
]);

test("a guide that calls a script which is gone fails with the line", () => {
  const sample: Sample = {
    facts: {
      ...documents({ ...guide, commands: [{ text: "npm run build", line: 7 }] }).facts,
      manifests: [{ unit: "u1", path: "package.json", scripts: { test: "vitest" } }],
    },
  };
  expect(outcomeOf("community/guide-matches-scripts", sample)).toMatchObject({
    result: "failed",
    evidence: [{ path: "CONTRIBUTING.md", line: 7 }],
  });
});

test("a guide that only links elsewhere is not known", () => {
  expect(
    outcomeOf(
      "community/guide-matches-scripts",
      documents({ ...guide, links: [{ target: "https://acme.test/contribute", line: 2 }] }),
    ).result,
  ).toBe("unknown");
});

test("questions: unknown until issues are imported, and nothing is said of a few", () => {
  expect(outcomeOf("community/questions-answered", {}).result).toBe("unknown");
  expect(outcomeOf("community/questions-answered", issues(3, 0)).result).toBe("not-applicable");
  const failing = outcomeOf("community/questions-answered", issues(20, 4));
  expect(failing.evidence.map(({ detail }) => detail)).toContain(
    "https://example.com/issues/3  It flickers, waits since 2026-03-02",
  );
});

const leading = (target: string) => outcomeOf("community/place-to-ask", documents({ links: [{ target, line: 2 }] }));

test("a page of a registry is no place to ask, whatever its host is called", () => {
  expect(leading("https://community.chocolatey.org/packages/lamp").result).toBe("failed");
  expect(leading("https://community.acme.example/c/lamp").result).toBe("passed");
});

test("where the product around it says to ask holds for a part", () => {
  const part: Sample = {
    product: { paths: ["acme/lamp:modules/bulb"] },
    others: [sampleProduct({ id: "prd_w", slug: "house", units: [], paths: ["acme/lamp:"] })],
  };
  const facts = (target: string) => ({
    ...part,
    wholeFacts: [sampleDocument({ links: [{ target, line: 4 }] })],
  });
  expect(outcomeOf("community/place-to-ask", facts("https://github.com/acme/lamp/issues")).result).toBe("passed");
  expect(outcomeOf("community/place-to-ask", part).result).toBe("failed");
});

test("a page of documentation about questions is no place to ask them", () => {
  const target = "https://docs.github.com/en/collaborating-with-issues-and-pull-requests/about-pull-requests";
  expect(outcomeOf("community/place-to-ask", documents({ links: [{ target, line: 9 }] })).result).toBe("failed");
});
