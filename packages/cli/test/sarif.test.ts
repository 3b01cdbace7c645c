/** What code hosts are given is what the published schema of SARIF 2.1.0 asks for. */
import { expect, test } from "vitest";
import { sarif, type SarifResult } from "../src/report/findings/sarif.ts";
import { sarifProblems } from "./sarif-schema.ts";

const RESULTS: readonly (readonly [what: string, result: SarifResult])[] = [
  ["without a place", { rule: "check/cycle", level: "error", message: "a and b use each other", fingerprint: "a b" }],
  [
    "with a line, users, and a name that needs escaping",
    {
      rule: "typescript/parameter-added",
      level: "warning",
      message: "price asks for more",
      place: { path: "packages/a b/ü%/[x]/index.ts", line: 3 },
      related: [
        { path: "used by/me.ts", line: 7, message: "used by shop" },
        { path: "other.ts", message: "used" },
      ],
      fingerprint: "price",
    },
  ],
  [
    "left on purpose",
    {
      rule: "check/layer",
      level: "note",
      message: "reaches over",
      place: { path: "a.ts" },
      fingerprint: "",
      suppressed: { kind: "inSource", reason: "until the split" },
    },
  ],
];

test.each(RESULTS)("a result %s is valid", (_, result) => {
  expect(sarifProblems(JSON.parse(JSON.stringify(sarif([result]))))).toEqual([]);
});

test("so is a run without results, and one with several of a rule", () => {
  expect(sarifProblems(sarif([]))).toEqual([]);
  expect(sarifProblems(sarif(RESULTS.flatMap(([, result]) => [result, result])))).toEqual([]);
});

test("the schema would say what is wrong", () => {
  expect(sarifProblems({ version: "2.1.0", runs: [{ tool: {}, results: [{ level: "bad" }] }] })).not.toEqual([]);
  expect(
    sarifProblems(sarif([{ rule: "r", level: "error", message: "m", place: { path: "a", line: 0 }, fingerprint: "" }])),
  ).not.toEqual([]);
});
