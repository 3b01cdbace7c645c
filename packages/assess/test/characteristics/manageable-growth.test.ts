import type { HistoryFacts } from "@freehold/model";
import { describe, expect, test } from "vitest";
import { outcomeOf, type Sample, sampleProduct } from "../sample.ts";

const resultOf = (check: string, sample: Sample) => outcomeOf(`manageable-growth/${check}`, sample).result;

function history(recent: Partial<NonNullable<HistoryFacts["recent"]>>, overrides: Partial<HistoryFacts> = {}): Sample {
  return {
    facts: {
      history: {
        commits: 100,
        people: 5,
        firstCommit: "2020-01-01T00:00:00.000Z",
        lastCommit: "2026-05-01T00:00:00.000Z",
        quarters: [],
        recent: {
          commits: 40,
          counted: 40,
          people: 3,
          crossing: 0,
          parties: { median: 1, p90: 1, most: 1 },
          outside: { commits: 0, people: 0 },
          together: [],
          ...recent,
        },
        ...overrides,
      },
    },
    others: [sampleProduct({ id: "prd_b", slug: "switch", units: [], paths: ["acme/lamp:switch"] })],
  };
}

const size = (sourceBytes: number, files = 3): Sample => ({
  facts: {
    size: {
      files,
      bytes: sourceBytes,
      sourceFiles: 2,
      sourceBytes,
      testFiles: 0,
      exampleFiles: 0,
      languages: {},
      largest: [{ path: "a.ts", bytes: 9 }],
    },
  },
});

describe("size-fits-a-head", () => {
  test("a small one", () => expect(resultOf("size-fits-a-head", size(70_000))).toBe("passed"));
  test("a giant", () => expect(resultOf("size-fits-a-head", size(7_000_000))).toBe("failed"));
});

describe("few-parties-a-change", () => {
  test("one owner", () => expect(resultOf("few-parties-a-change", history({}))).toBe("passed"));
  test("five owners", () =>
    expect(resultOf("few-parties-a-change", history({ parties: { median: 3, p90: 5, most: 7 } }))).toBe("failed"));
  test("too few changes say nothing", () =>
    expect(resultOf("few-parties-a-change", history({ counted: 4 }))).toBe("unknown"));
  test("no history says nothing", () => expect(resultOf("few-parties-a-change", {})).toBe("unknown"));
});

describe("changes-stay-inside", () => {
  test("most inside", () => expect(resultOf("changes-stay-inside", history({ crossing: 10 }))).toBe("passed"));
  test("most outside", () => {
    const outcome = outcomeOf(
      "manageable-growth/changes-stay-inside",
      history({ crossing: 30, together: [{ product: "prd_b", commits: 30 }] }),
    );
    expect(outcome).toMatchObject({
      result: "failed",
      value: 0.75,
      threshold: 0.5,
      evidence: [{ detail: "30 of them also changed switch" }],
    });
  });
  test("alone there is no boundary", () =>
    expect(resultOf("changes-stay-inside", { facts: history({}).facts ?? {} })).toBe("not-applicable"));
});

const grown = (added: number): Sample => {
  const sample = history({}, { growth: { added, deleted: 0 } });
  return { ...sample, facts: { ...size(70_000, 400).facts, ...sample.facts } };
};

describe("growth-in-bounds", () => {
  test("a tenth more", () => expect(resultOf("growth-in-bounds", grown(40))).toBe("passed"));
  test("three times as large", () => expect(resultOf("growth-in-bounds", grown(300))).toBe("failed"));
});

test("a cycle is told with its evidence", () => {
  const cycle = {
    rule: "cycle" as const,
    from: "prd_a",
    message: "lamp and switch rely on one another",
    hint: "",
    evidence: [{ rule: "x", path: "a.ts", line: 3 }],
  };
  expect(outcomeOf("manageable-growth/no-cycle", { violations: [cycle] })).toMatchObject({
    result: "failed",
    evidence: [{ path: "a.ts" }],
  });
});
