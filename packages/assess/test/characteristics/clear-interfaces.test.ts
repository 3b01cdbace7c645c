import type { Consume, Element, ReleaseStep, Unit } from "@freehold/model";
import { expect, test } from "vitest";
import { testMendings } from "../mended.ts";
import { outcomeOf, type Sample, sampleProduct, sampleUnit } from "../sample.ts";

const element = (id: string, more: Partial<Element> = {}): Element => ({
  id,
  kind: "function",
  name: id,
  stability: "stable",
  evidence: { rule: "x", path: "a.ts", line: 3 },
  ...more,
});
const promising = (...elements: Element[]): Partial<Unit> => ({
  interfaces: [{ id: "pkg:npm/lamp", kind: "typescript", elements }],
});
const release = (version: string) => ({
  version,
  tag: `v${version}`,
  commit: "c1",
  releasedAt: "2026-05-01T00:00:00.000Z",
});

function usedBy(consume: Partial<Consume>, unit: Partial<Unit>): Sample {
  const uses: Consume = {
    id: "pkg:npm/lamp",
    scope: "runtime",
    declared: true,
    imported: true,
    evidence: [],
    ...consume,
  };
  return {
    unit,
    others: [sampleProduct({ id: "prd_b", slug: "house", units: ["u2"], paths: ["acme/lamp:house"] })],
    otherUnits: [sampleUnit({ id: "u2", name: "house", path: "house", provides: [], consumes: [uses] })],
  };
}
const importing = (symbol: string) => ({
  symbols: [symbol],
  symbolUses: [{ symbol, from: "lamp", uses: 1, places: [{ path: "house/a.ts", line: 1 }] }],
});
const bypass = {
  rule: "entry-bypassed" as const,
  from: "prd_b",
  to: "prd_a",
  message: "house goes past lamp",
  hint: "",
  evidence: [{ rule: "x", path: "house/a.ts" }],
};

testMendings("clear-interfaces", [
  [
    "declares-what-users-use",
    usedBy(importing("dim"), promising(element(".#light"))),
    usedBy(importing("dim"), promising(element(".#light"), element(".#dim"))),
  ],
  ["users-keep-to-entries", { ...usedBy({}, {}), violations: [bypass] }, usedBy({}, {})],
  [
    "elements-documented",
    { unit: promising(element(".#light")) },
    { unit: promising(element(".#light", { doc: "Lights." })) },
  ],
  [
    "declared-is-there",
    { unit: promising(), facts: { charter: { name: "Lamp", interfaces: [{ kind: "openapi", path: "api.yaml" }] } } },
    { unit: promising(), facts: { charter: { name: "Lamp", interfaces: [{ kind: "typescript" }] } } },
  ],
  [
    "versions-in-order",
    { unit: { version: "1.1.0", published: true }, facts: { releases: [release("1.2.0")], releaseCount: 1 } },
    { unit: { version: "1.3.0", published: true }, facts: { releases: [release("1.2.0")], releaseCount: 1 } },
  ],
  ["ranges-fit", usedBy({ range: "^1.0.0" }, { version: "2.0.0" }), usedBy({ range: "^2.0.0" }, { version: "2.0.0" })],
  [
    "respects-others-entries",
    { violations: [{ ...bypass, from: "prd_a", to: "prd_b" }] },
    {
      unit: { consumes: [{ id: "pkg:npm/house", scope: "runtime", declared: true, imported: true, evidence: [] }] },
      others: [sampleProduct({ id: "prd_b", slug: "house", units: ["u2"], paths: [] })],
      otherUnits: [sampleUnit({ id: "u2", provides: [{ id: "pkg:npm/house", evidence: [] }] })],
    },
  ],
]);

test("nobody uses it: nothing to hold against it", () => {
  expect(outcomeOf("clear-interfaces/users-keep-to-entries", {}).result).toBe("not-applicable");
  expect(outcomeOf("clear-interfaces/declares-what-users-use", {}).result).toBe("not-applicable");
});

test("interfaces that were not read are unknown", () => {
  expect(outcomeOf("clear-interfaces/elements-documented", {}).result).toBe("unknown");
  expect(outcomeOf("clear-interfaces/declares-what-users-use", usedBy(importing("dim"), {})).result).toBe("unknown");
});

test("a file of it that is no module has no names to promise", () => {
  const asset = {
    symbolUses: [{ symbol: "default", from: "lamp/glow.wasm", uses: 1, places: [{ path: "house/a.ts", line: 1 }] }],
  };
  const { result } = outcomeOf(
    "clear-interfaces/declares-what-users-use",
    usedBy(asset, promising(element(".#light"))),
  );
  expect(result).toBe("unknown");
});

test("whoever asks for another version says nothing of this one", () => {
  const older = usedBy(
    { ...importing("dim"), range: "^1.0.0" },
    { ...promising(element(".#light")), version: "2.0.0" },
  );
  expect(outcomeOf("clear-interfaces/declares-what-users-use", older).result).toBe("not-applicable");
});

test("workspace references and Cargo's bare versions fit", () => {
  expect(outcomeOf("clear-interfaces/ranges-fit", usedBy({ range: "workspace:*" }, { version: "2.0.0" })).result).toBe(
    "not-applicable",
  );
});

const step = (more: Partial<ReleaseStep> = {}): ReleaseStep => ({
  from: { version: "1.0.0", tag: "v1.0.0" },
  to: { version: "1.1.0", tag: "v1.1.0", commit: "c2" },
  required: "minor",
  taken: "minor",
  certain: true,
  honoured: true,
  breaking: [],
  removed: 0,
  announced: 0,
  unannounced: [],
  ...more,
});
const releasing = (...releaseSteps: ReleaseStep[]): Sample => ({
  facts: { releases: [release("1.1.0"), release("1.0.0")], releaseCount: 2, releaseSteps },
});
const broken = step({ required: "major", honoured: false, breaking: [{ element: ".#f", message: "f is gone" }] });

test("a version that is too small for its changes is a word broken; what nobody can judge is not", () => {
  const id = "clear-interfaces/releases-keep-their-word";
  expect(outcomeOf(id, releasing(broken, step()))).toMatchObject({ result: "failed", value: 1 });
  expect(outcomeOf(id, releasing(step()))).toMatchObject({ result: "passed" });
  expect(outcomeOf(id, releasing({ ...broken, certain: false }))).toMatchObject({ result: "unknown" });
  expect(outcomeOf(id, { facts: { releases: [release("1.1.0"), release("1.0.0")] } })).toMatchObject({
    result: "unknown",
  });
  expect(outcomeOf(id, { facts: { releases: [release("1.1.0")] } })).toMatchObject({ result: "not-applicable" });
});

test("what goes was announced", () => {
  const id = "clear-interfaces/deprecates-before-removing";
  expect(outcomeOf(id, releasing(step({ removed: 2, announced: 0, unannounced: [".#f", ".#g"] })))).toMatchObject({
    result: "failed",
  });
  expect(outcomeOf(id, releasing(step({ removed: 2, announced: 2 })))).toMatchObject({ result: "passed" });
  expect(outcomeOf(id, releasing(step()))).toMatchObject({ result: "not-applicable" });
});

test("its manifest, read by a path, is no module either", () => {
  const manifest = {
    symbolUses: [
      { symbol: "default", from: "../lamp/package.json", uses: 1, places: [{ path: "house/a.ts", line: 1 }] },
    ],
  };
  const used = usedBy(manifest, promising(element(".#light")));
  expect(outcomeOf("clear-interfaces/declares-what-users-use", used).result).toBe("unknown");
});

test("an addition in too small a version broke nothing", () => {
  const id = "clear-interfaces/releases-keep-their-word";
  expect(outcomeOf(id, releasing(step({ taken: "patch", honoured: false })))).toMatchObject({ result: "passed" });
});
