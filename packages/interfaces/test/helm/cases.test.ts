/** Pairs after Helm's documentation of charts and values: who installs sets values by their path. */
import { describe, expect, test } from "vitest";
import { helm } from "../../src/kinds/helm/kind.ts";
import { elementsIn, type Pair, testPairs } from "../pairs.ts";

const CHART = "apiVersion: v2\nname: shop\nversion: 1.0.0\n";
const values = (text: string, chart = CHART) => ({ "Chart.yaml": chart, "values.yaml": text });
const schema = (one: unknown) => ({
  ...values("a: 1"),
  "values.schema.json": JSON.stringify({ $schema: "http://json-schema.org/draft-07/schema#", ...(one as object) }),
});

const PAIRS: readonly Pair[] = [
  ["value added", values("a: 1"), values("a: 1\nb: 2"), "compatible", "breaking"],
  ["value renamed", values("port: 1"), values("ports: 1"), "breaking", "breaking"],
  ["default changed", values("a: 1"), values("a: 2"), "unknown", "unknown"],
  ["type changed", values("a: 1"), values("a: x"), "breaking", "breaking"],
  ["nested value removed", values("a:\n  b: 1\n  c: 2"), values("a:\n  b: 1"), "breaking", "compatible"],
  ["order", values("a: 1\nb: 2"), values("b: 2\na: 1"), "none", "none"],
  ["comment", values("a: 1"), values("# what it is\na: 1"), "none", "none"],
  ["value became a mapping", values("a: 1"), values("a:\n  b: 1"), "breaking", "breaking"],
  ["mapping emptied", values("a:\n  b: 1"), values("a: {}"), "breaking", "unknown"],
  ["null says nothing of the type", values("a: null"), values("a: 1"), "unknown", "unknown"],
  ["list changed", values("a: [1]"), values("a: [1, 2]"), "unknown", "unknown"],
  ["chart renamed", values(""), values("", CHART.replace("shop", "store")), "breaking", "breaking"],
  ["kubernetes asked for", values(""), values("", `${CHART}kubeVersion: ">= 1.25.0-0"\n`), "breaking", "compatible"],
  [
    "kubernetes raised",
    values("", `${CHART}kubeVersion: ">= 1.21.0"\n`),
    values("", `${CHART}kubeVersion: ">= 1.25.0"\n`),
    "breaking",
    "compatible",
  ],
  ["application to library", values(""), values("", `${CHART}type: library\n`), "breaking", "breaking"],
  [
    "dependency of another version",
    values("", `${CHART}dependencies:\n  - name: redis\n    version: 1.0.0\n`),
    values("", `${CHART}dependencies:\n  - name: redis\n    version: 2.0.0\n`),
    "unknown",
    "unknown",
  ],
  ["version of the chart", values(""), values("", CHART.replace("1.0.0", "1.0.1")), "none", "none"],
  [
    "schema accepts more",
    schema({ properties: { a: { type: "integer" } } }),
    schema({ properties: { a: { type: "number" } } }),
    "compatible",
    "breaking",
  ],
  ["schema added", values("a: 1"), schema({ properties: { a: { type: "integer" } } }), "unknown", "compatible"],
  [
    "schema demands a value",
    schema({ properties: {} }),
    schema({ properties: {}, required: ["a"] }),
    "breaking",
    "compatible",
  ],
];

describe("helm", () => {
  testPairs(helm, "values.yaml", PAIRS);

  test("values carry their comment and line", () => {
    const elements = elementsIn(helm, values("# -- how many\nreplicas: 2\nimage:\n  tag: v1\n"), "values.yaml");
    expect(elements.map(({ id, signature, doc, evidence }) => [id, signature, doc, evidence.line])).toEqual([
      ["chart", "chart shop", undefined, 2],
      ["value image.tag", 'image.tag: string = "v1"', undefined, 4],
      ["value replicas", "replicas: number = 2", "how many", 2],
    ]);
  });
});
