import type { Consume } from "@freehold/model";
import { expect, test } from "vitest";
import { testMendings } from "../mended.ts";
import { outcomeOf, type Sample, sampleDocument, sampleProduct, sampleUnit } from "../sample.ts";

const consume = (id: string, more: Partial<Consume> = {}): Consume => ({
  id,
  scope: "runtime",
  declared: true,
  imported: true,
  evidence: [{ rule: "x", path: "a.ts", line: 2 }],
  ...more,
});
const using = (...consumes: Consume[]): Sample => ({ unit: { consumes, published: true } });
const manifest = (more: object): NonNullable<Sample["facts"]> => ({
  manifests: [{ unit: "u1", path: "package.json", ...more }],
});
const licence = sampleDocument({ path: "LICENSE", role: "licence", spdx: ["MIT"] });
const source = {
  files: 3,
  bytes: 9,
  sourceFiles: 2,
  sourceBytes: 7,
  testFiles: 1,
  exampleFiles: 0,
  languages: { TypeScript: 7 },
  largest: [],
};
const pipeline = (text: string) => ({
  pipelines: [
    {
      path: ".github/workflows/ci.yml",
      system: "github-actions",
      events: ["push"],
      commands: [{ text, line: 9 }],
      uses: [],
    },
  ],
});
const privately = {
  others: [sampleProduct({ id: "prd_b", slug: "house", units: ["u2"], paths: [] })],
  otherUnits: [
    sampleUnit({ id: "u2", name: "house", published: false, provides: [{ id: "pkg:npm/house", evidence: [] }] }),
  ],
};
const openly = { ...privately, otherUnits: privately.otherUnits.map((unit) => ({ ...unit, published: true })) };
const reaching = { symbolUses: [{ symbol: "a", from: "../house/a", uses: 1, places: [{ path: "a.ts", line: 2 }] }] };
const part = {
  partOf: "prd_w",
  stage: { value: "stable" as const, provenance: "declared" as const, confidence: 1, evidence: [] },
};

testMendings("useful-standalone", [
  ["can-be-had", {}, { unit: { published: true } }],
  ["declares-what-it-imports", using(consume("pkg:npm/left", { declared: false })), using(consume("pkg:npm/left"))],
  ["stays-in-its-folder", using(consume("pkg:npm/house", reaching)), using(consume("pkg:npm/house"))],
  [
    "needs-only-public",
    { ...using(consume("pkg:npm/house")), ...privately },
    { ...using(consume("pkg:npm/house")), ...openly },
  ],
  [
    "scripts-stay-inside",
    { facts: manifest({ scripts: { build: "tsc -p ../shared" } }), product: { paths: ["acme/lamp:"] } },
    { facts: manifest({ scripts: { build: "tsc -p ./shared" } }) },
  ],
  [
    "tested-in-a-pipeline",
    { facts: { size: { ...source, firstTest: "a.test.ts" } }, repository: pipeline("echo done") },
    { facts: { size: { ...source, firstTest: "a.test.ts" } }, repository: pipeline("npm test") },
  ],
  [
    "licence-agrees",
    { facts: { ...manifest({ license: "ISC" }), documents: [licence] } },
    { facts: { ...manifest({ license: "MIT OR Apache-2.0" }), documents: [licence] } },
  ],
  [
    "used-outside-its-parent",
    { product: part, others: [sampleProduct({ id: "prd_w", slug: "whole", units: [], paths: [] })] },
    {
      product: part,
      others: [
        sampleProduct({ id: "prd_w", slug: "whole", units: [], paths: [] }),
        sampleProduct({ id: "prd_b", slug: "house", units: ["u2"], paths: [] }),
      ],
      otherUnits: [sampleUnit({ id: "u2", provides: [], consumes: [consume("pkg:npm/lamp")] })],
    },
  ],
]);

test("tests that no pipeline runs, and pipelines whose commands are elsewhere", () => {
  const facts = { size: { ...source, firstTest: "a.test.ts" } };
  const result = (text: string) =>
    outcomeOf("useful-standalone/tested-in-a-pipeline", { facts, repository: pipeline(text) }).result;
  expect(result("npm test")).toBe("passed");
  expect(result("npm run verify")).toBe("unknown");
  expect(result("echo done")).toBe("failed");
  expect(
    outcomeOf("useful-standalone/tested-in-a-pipeline", { facts: { size: source }, repository: pipeline("npm test") })
      .result,
  ).toBe("failed");
});

test("types alone need not be declared, nor what tests import", () => {
  const quiet = using(
    consume("pkg:npm/left", { declared: false, typeOnly: true }),
    consume("pkg:npm/right", { declared: false, scope: "test" }),
  );
  expect(outcomeOf("useful-standalone/declares-what-it-imports", quiet).result).toBe("passed");
});

const copied = (result: "passed" | "failed" | "unknown" | "not-applicable"): Sample => ({
  product: { provenance: "declared" },
  facts: {
    cleanCopy: {
      ranAt: "2026-06-01T00:00:00.000Z",
      files: 3,
      network: "network off but for the loopback device",
      steps: (["installs", "builds", "tests"] as const).map((step) => ({
        step,
        folder: "",
        manager: "npm",
        result,
        detail: `\`npm ${step}\` ended`,
        tail: "first line\nError: Cannot find module '../shared'",
      })),
    },
  },
});

test.each(["installs-alone", "builds-alone", "tests-alone"])("%s says what a run in a clean copy said", (check) => {
  const id = `useful-standalone/${check}`;
  expect(outcomeOf(id, {})).toMatchObject({ result: "unknown" });
  const failing = outcomeOf(id, copied("failed"));
  expect(failing.result).toBe("failed");
  expect(failing.evidence.at(-1)?.detail).toBe("Error: Cannot find module '../shared'");
  for (const result of ["passed", "unknown", "not-applicable"] as const)
    expect(outcomeOf(id, copied(result)).result).toBe(result);
});

test("what a platform brings need not be declared: the manifest names the platform", () => {
  const used = consume("pkg:npm/vscode", {
    declared: false,
    evidence: [{ rule: "x", path: "a.ts", line: 2, detail: "vscode" }],
  });
  const result = (engines: Record<string, string>) =>
    outcomeOf("useful-standalone/declares-what-it-imports", { ...using(used), facts: manifest({ engines }) }).result;
  expect(result({ vscode: "^1.90.0" })).toBe("passed");
  expect(result({ "vscode-desktop": "^1.90.0" })).toBe("passed");
  expect(result({ node: ">=20" })).toBe("failed");
});

test("tests that only a clock starts hold no change, and those of a request for one are shown first", () => {
  const facts = { size: { ...source, firstTest: "a.test.ts" } };
  const [night] = pipeline("pytest").pipelines;
  const [request] = pipeline("uv run --locked tox run").pipelines;
  const pipelines = (...events: string[][]): NonNullable<Sample["repository"]> => ({
    pipelines: events.map((own, index) => ({
      system: "github-actions",
      uses: [],
      commands: (own.includes("schedule") ? night : request)?.commands ?? [],
      path: `p${index}.yml`,
      events: own,
    })),
  });
  const id = "useful-standalone/tested-in-a-pipeline";
  const only = outcomeOf(id, {
    facts,
    repository: pipelines(["schedule", "workflow_dispatch"]),
  });
  expect(only.result).not.toBe("passed");
  const both = outcomeOf(id, { facts, repository: pipelines(["schedule"], ["pull_request"]) });
  expect(both).toMatchObject({ result: "passed", detail: "p1.yml runs `uv run --locked tox run`." });
});
