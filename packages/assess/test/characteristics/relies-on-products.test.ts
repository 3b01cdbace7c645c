import type { Consume, Product, Unit } from "@freehold/model";
import { expect, test } from "vitest";
import { testMendings } from "../mended.ts";
import { outcomeOf, type Sample, sampleProduct, sampleUnit } from "../sample.ts";

const consume = (id: string, range?: string): Consume => ({
  id,
  scope: "runtime",
  declared: true,
  imported: true,
  ...(range === undefined ? {} : { range }),
  evidence: [{ rule: "x", path: "package.json", line: 4 }],
});
const needing = (...consumes: Consume[]): Sample => ({ unit: { consumes } });
const owned = {
  declared: [],
  ranked: [],
  findings: [],
  owner: {
    value: { kind: "person" as const, id: "ada", name: "Ada" },
    provenance: "declared" as const,
    confidence: 1,
    evidence: [],
  },
};

/** lamp needs p1, which needs p2, … */
function chain(length: number, last: Partial<Product> = {}): Sample {
  const others: Product[] = [];
  const otherUnits: Unit[] = [];
  for (let at = 1; at <= length; at++) {
    const below = at === length ? [] : [consume(`pkg:npm/p${at + 1}`)];
    others.push(
      sampleProduct({
        id: `prd_${at}`,
        slug: `p${at}`,
        units: [`v${at}`],
        paths: [],
        ownership: owned,
        ...(at === 1 ? last : {}),
      }),
    );
    otherUnits.push(
      sampleUnit({ id: `v${at}`, name: `p${at}`, provides: [{ id: `pkg:npm/p${at}`, evidence: [] }], consumes: below }),
    );
  }
  return { ...needing(consume("pkg:npm/p1")), others, otherUnits };
}
const licensed = (own: string, other: string): Sample => ({
  ...chain(1),
  facts: { manifests: [{ unit: "u1", path: "package.json", license: own }] },
  otherFacts: [{ product: "prd_1", license: other }],
});
const twoUnits = (range: string): Sample => ({
  product: { units: ["u1", "u3"] },
  ...needing(consume("pkg:npm/left", "^1.0.0")),
  otherUnits: [
    sampleUnit({
      id: "u3",
      path: "b",
      manifest: "b/package.json",
      consumes: [{ ...consume("pkg:npm/left", range), evidence: [] }],
    }),
  ],
});

testMendings("relies-on-products", [
  [
    "dependencies-locked",
    needing(consume("pkg:npm/left")),
    { ...needing(consume("pkg:npm/left")), repository: { lockfiles: ["package-lock.json"] } },
  ],
  ["ranges-bounded", needing(consume("pkg:npm/left", "*")), needing(consume("pkg:npm/left", "^1.2.0"))],
  ["one-range-each", twoUnits("^2.0.0"), twoUnits("^1.1.0")],
  ["chain-is-short", chain(8), chain(3)],
  ["stands-on-kept-products", chain(1, { ownership: { declared: [], ranked: [], findings: ["unknown"] } }), chain(1)],
  ["licences-fit", licensed("MIT", "GPL-3.0-only"), licensed("MIT", "Apache-2.0")],
]);

test("the chain is shown link by link, and a cycle has an end", () => {
  expect(outcomeOf("relies-on-products/chain-is-short", chain(3)).evidence[0]?.detail).toBe("lamp → p1 → p2 → p3");
  const cycle = chain(2);
  const units =
    cycle.otherUnits?.map((unit) => (unit.id === "v2" ? { ...unit, consumes: [consume("pkg:npm/p1")] } : unit)) ?? [];
  expect(outcomeOf("relies-on-products/chain-is-short", { ...cycle, otherUnits: units })).toMatchObject({
    result: "passed",
    value: 1,
  });
});

test("what the portfolio provides itself needs no bound", () => {
  expect(outcomeOf("relies-on-products/ranges-bounded", chain(1)).result).toBe("not-applicable");
});
