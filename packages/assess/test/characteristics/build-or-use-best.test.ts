import type { Claim } from "@freehold/model";
import { expect, test } from "vitest";
import { testMendings } from "../mended.ts";
import { outcomeOf, type Sample, sampleDocument, sampleProduct, sampleUnit } from "../sample.ts";

const charter = (alternatives: { name: string; reason: string; confirmed?: string }[]): Sample => ({
  facts: { charter: { name: "Lamp", alternatives } },
});
const mission = (value: string): Claim<string> => ({
  value,
  provenance: "declared",
  confidence: 1,
  evidence: [{ rule: "x", path: "product.yaml" }],
});
const beside = (value: string, more: object = {}): Sample => ({
  product: { mission: mission("Lights every room when somebody enters") },
  others: [sampleProduct({ id: "prd_b", slug: "torch", units: ["u2"], paths: [], mission: mission(value), ...more })],
  otherUnits: [sampleUnit({ id: "u2", name: "torch", provides: [{ id: "pkg:npm/torch", evidence: [] }] })],
});
const providing = (id: string): Sample => ({
  others: [sampleProduct({ id: "prd_b", slug: "torch", units: ["u2"], paths: [] })],
  otherUnits: [sampleUnit({ id: "u2", name: "torch", provides: [{ id, evidence: [] }] })],
});
const copied = sampleUnit({ id: "u9", name: "left", path: "vendor/left", role: "vendored" });

testMendings("build-or-use-best", [
  ["alternatives-recorded", {}, charter([{ name: "Candles", reason: "They burn down too fast." }])],
  [
    "alternatives-reconfirmed",
    charter([{ name: "Candles", reason: "x" }]),
    charter([{ name: "Candles", reason: "x", confirmed: "2026-01-31" }]),
  ],
  ["not-done-twice", beside("Lights each room when somebody enters"), beside("Keeps bread fresh for a week")],
  ["provides-alone", providing("pkg:npm/lamp"), providing("pkg:npm/torch")],
  ["improves-upstream", { product: { units: ["u1", "u9"] }, otherUnits: [copied] }, {}],
  [
    "decisions-recorded",
    {},
    { facts: { documents: [sampleDocument({ headings: [{ text: "Design", depth: 2, line: 9 }] })] } },
  ],
]);

test("parts of one whole say the same on purpose", () => {
  const family = beside("Lights each room when somebody enters", { partOf: "prd_a" });
  expect(outcomeOf("build-or-use-best/not-done-twice", family).result).toBe("passed");
});

const readme = (more: object): Sample => ({
  product: { provenance: "declared" },
  facts: { documents: [sampleDocument(more)] },
});

test("what introduces itself as a fork names its alternative, and a section about motivation is no decision", () => {
  const fork = { kin: { text: "A fork of candle that needs no fire.", line: 5 } };
  expect(outcomeOf("build-or-use-best/alternatives-recorded", readme(fork))).toMatchObject({ result: "passed" });
  const headings = (text: string) => readme({ headings: [{ text, depth: 2, line: 9 }] });
  expect(outcomeOf("build-or-use-best/decisions-recorded", headings("Motivation")).result).not.toBe("passed");
  expect(outcomeOf("build-or-use-best/decisions-recorded", headings("How it works")).result).not.toBe("failed");
});

const alternatives = (text: string) =>
  outcomeOf("build-or-use-best/alternatives-recorded", readme({ headings: [{ text, depth: 2, line: 9 }] })).result;

test("a heading that sets two things of its own against each other names no alternative", () => {
  expect(alternatives('"private" versus "intra" rooms')).toBe("failed");
  for (const text of ["Lamp vs. Torch", "Torch versus lamp", "vs Torch"]) expect(alternatives(text)).toBe("passed");
});

test("the manifest at the root says of the whole what its main part says of itself", () => {
  const whole = beside("Lights every room when somebody enters", { paths: ["acme/lamp:"] });
  const part = { ...whole, product: { ...whole.product, paths: ["acme/lamp:packages/lamp"] } };
  expect(outcomeOf("build-or-use-best/not-done-twice", part).result).toBe("passed");
});
