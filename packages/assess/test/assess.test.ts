import { assessmentSchema } from "@freehold/model";
import { expect, test } from "vitest";
import { assess, shippedStandard } from "../src/index.ts";
import { sampleDocument, sampleSnapshot, sampleUnit } from "./sample.ts";

const everything = sampleSnapshot({
  facts: { documents: [sampleDocument({ lead: { text: "Lamp lights a whole room.", line: 3 } })] },
});

test("an assessment follows its schema", () => {
  expect(assessmentSchema.parse(assess(everything, shippedStandard()))).toBeTruthy();
});

test("passed and failed come with evidence, unknown and not applicable with a reason", () => {
  const checks = assess(everything, shippedStandard()).products.flatMap(({ characteristics }) =>
    characteristics.flatMap((one) => one.checks),
  );
  for (const { check, result, evidence, detail } of checks) {
    expect(detail, check).not.toBe("");
    if (result === "passed" || result === "failed") expect(evidence.length, check).toBeGreaterThan(0);
  }
});

test("unknown never counts as passed, and not applicable does not count", () => {
  const [bare] = assess(sampleSnapshot({ facts: null }), shippedStandard()).products;
  for (const { score, possible, checks } of bare?.characteristics ?? []) {
    const asked = checks.filter(({ result }) => result !== "not-applicable");
    if (asked.length === 0) expect(score).toBeUndefined();
    else expect(possible ?? 0).toBeGreaterThanOrEqual(score ?? 0);
    if (asked.length > 0 && asked.every(({ result }) => result === "unknown"))
      expect([score, possible]).toEqual([0, 1]);
  }
});

test("the order of products does not matter, and neither does assessing them alone", () => {
  const snapshot = sampleSnapshot({ otherUnits: [sampleUnit({ id: "u2", name: "switch" })] });
  const all = assess(snapshot, shippedStandard()).products;
  const one = assess(snapshot, shippedStandard(), { products: new Set(["prd_a"]) }).products;
  expect(all.find(({ product }) => product === "prd_a")).toEqual(one[0]);
});

test("an older snapshot without facts is assessed all the same", () => {
  const { repositoryFacts: _, productFacts: __, ...old } = everything;
  expect(assess(old, shippedStandard()).products).toHaveLength(1);
});
