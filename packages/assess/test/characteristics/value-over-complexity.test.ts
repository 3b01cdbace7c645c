import type { Consume, HistoryFacts } from "@freehold/model";
import { expect, test } from "vitest";
import { testMendings } from "../mended.ts";
import { outcomeOf, type Sample, sampleProduct, sampleUnit } from "../sample.ts";

const consume = (id: string, more: Partial<Consume> = {}): Consume => ({
  id,
  scope: "runtime",
  declared: true,
  imported: true,
  evidence: [],
  ...more,
});
const owner = (id: string) => ({
  declared: [],
  ranked: [],
  findings: [],
  owner: {
    value: { kind: "person" as const, id, name: id },
    provenance: "declared" as const,
    confidence: 1,
    evidence: [],
  },
});

/** So many products rely on it, of an owner each or of its own. */
function users(
  count: number,
  of: (index: number) => string = (index) => `o${index}`,
  more: Partial<Consume> = {},
): Sample {
  const all = Array.from({ length: count }, (_, index) => index);
  return {
    product: { ownership: owner("ada") },
    others: all.map((index) =>
      sampleProduct({
        id: `prd_${index}`,
        slug: `p${index}`,
        units: [`v${index}`],
        paths: [],
        ownership: owner(of(index)),
      }),
    ),
    otherUnits: all.map((index) =>
      sampleUnit({ id: `v${index}`, name: `p${index}`, provides: [], consumes: [consume("pkg:npm/lamp", more)] }),
    ),
  };
}
const heavy: Sample["facts"] = {
  size: {
    files: 900,
    bytes: 9e6,
    sourceFiles: 800,
    sourceBytes: 9e6,
    testFiles: 0,
    exampleFiles: 0,
    languages: {},
    largest: [],
  },
};
const crossing: HistoryFacts["recent"] = {
  commits: 40,
  counted: 40,
  people: 3,
  crossing: 39,
  parties: { median: 8, p90: 9, most: 9 },
  outside: { commits: 0, people: 0 },
  together: [],
};
const tangled: Sample["facts"] = {
  ...heavy,
  history: {
    commits: 40,
    people: 3,
    firstCommit: "2020-01-01T00:00:00.000Z",
    lastCommit: "2026-05-01T00:00:00.000Z",
    quarters: [],
    recent: crossing,
  },
};
const importing = (symbol: string): Partial<Consume> => ({
  symbols: [symbol],
  symbolUses: [{ symbol, from: "lamp", uses: 1, places: [{ path: "a.ts", line: 1 }] }],
});
const promising = (...names: string[]) => ({
  interfaces: [
    {
      id: "pkg:npm/lamp",
      kind: "typescript",
      elements: names.map((name) => ({
        id: `.#${name}`,
        kind: "function",
        name,
        stability: "stable" as const,
        evidence: { rule: "x", path: "a.ts" },
      })),
    },
  ],
});
const needing = (count: number): Sample => ({
  unit: { consumes: Array.from({ length: count }, (_, index) => consume(`pkg:npm/n${index}`)) },
});

testMendings("value-over-complexity", [
  ["used-beyond-its-team", users(2, () => "ada"), users(2)],
  ["score-holds", { ...users(1), facts: tangled }, users(20)],
  ["worth-its-complexity", { ...users(1), facts: tangled }, users(20)],
  [
    "interface-is-used",
    { ...users(1, undefined, importing("a")), unit: promising("a", "b", "c", "d", "e", "f") },
    { ...users(1, undefined, importing("a")), unit: promising("a", "b") },
  ],
  ["dependencies-are-few", needing(90), needing(9)],
]);

test("users are counted, and none here is no answer", () => {
  expect(outcomeOf("value-over-complexity/somebody-relies-on-it", users(2))).toMatchObject({
    result: "passed",
    value: 2,
  });
  expect(outcomeOf("value-over-complexity/somebody-relies-on-it", {}).result).toBe("unknown");
});

test("what is published may have users elsewhere, so low figures say nothing", () => {
  const published = { ...users(1, () => "ada"), facts: tangled, unit: { published: true } };
  for (const check of ["score-holds", "worth-its-complexity", "used-beyond-its-team"]) {
    expect(outcomeOf(`value-over-complexity/${check}`, published).result, check).toBe("unknown");
  }
});

test("within one repository the history names no other party, a file does", () => {
  const inferred = users(1);
  const others = inferred.others?.map((one) => ({
    ...one,
    ownership: { ...one.ownership, owner: { ...owner("o0").owner, provenance: "inferred" as const } },
  }));
  const id = "value-over-complexity/used-beyond-its-team";
  expect(outcomeOf(id, { ...inferred, others: others ?? [] }).result).not.toBe("passed");
  const elsewhere = others?.map((one) => ({ ...one, repositories: ["acme/house"] }));
  expect(outcomeOf(id, { ...inferred, others: elsewhere ?? [] }).result).toBe("passed");
});

test.each(["image", "action"] as const)("an %s carries what the application beside it needs", (kind) => {
  const image = sampleUnit({ id: "u9", kind, name: "lamp", published: true, provides: [], consumes: [] });
  const found = outcomeOf("value-over-complexity/dependencies-are-few", {
    product: { units: ["u1", "u9"] },
    unit: { published: false, consumes: [consume("pkg:npm/left")] },
    otherUnits: [image],
  });
  expect(found).toMatchObject({ result: "passed", value: 1 });
});
