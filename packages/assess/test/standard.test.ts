import { formatProblem } from "@freehold/model";
import { describe, expect, test } from "vitest";
import { assess, loadStandard, shippedStandard } from "../src/index.ts";
import { sampleSnapshot } from "./sample.ts";

const problemsOf = (text: string) => loadStandard(text, "s.yaml").problems.map(formatProblem);
const own = (lines: string) =>
  `standard: acme\nversion: "1"\nextends: freehold\ncharacteristics:\n  community:\n    checks:\n${lines}`;

describe("a standard's problems say line, column and what would be right", () => {
  const cases: [what: string, text: string, problem: RegExp][] = [
    [
      "a check that is not there",
      own("      outside-contribution: {}\n"),
      /^s\.yaml:7:29: error: there is no check `community\/outside-contribution`.*\n {2}Did you mean `outside-contributions`\?$/,
    ],
    [
      "a threshold that is not there",
      own("      outside-contributions: { thresholds: { persons: 2 } }\n"),
      /has no threshold `persons`.*\n {2}It has: people\./,
    ],
    [
      "a broken expression",
      own("      ours: { title: Ours, passes: 'facts.size.files > ' }\n"),
      /^s\.yaml:7:\d+: error: the expression cannot be used/,
    ],
    [
      "an unknown variable",
      own("      ours: { title: Ours, passes: 'fact.size.files > 1' }\n"),
      /Unknown variable: fact/,
    ],
    [
      "a pattern that may run away",
      own("      ours: { title: Ours, passes: 'product.name.matches(\"(a+)+$\")' }\n"),
      /repeats what repeats/,
    ],
    ["no title", own("      ours: { passes: 'true' }\n"), /has no `title`/],
    ["a misspelt field", own("      outside-contributions: { wieght: 2 }\n"), /Unrecognized key: "wieght"/],
    [
      "an unknown characteristic",
      `standard: a\nversion: "1"\ncharacteristics:\n  comunity: {}\n`,
      /there is no characteristic `comunity`.*\n {2}Did you mean `community`\?/,
    ],
  ];
  test.each(cases)("%s", (_, text, problem) => expect(problemsOf(text).join("\n")).toMatch(problem));
});

const resultOf = (passes: string) => {
  const { standard } = loadStandard(own(`      ours: { title: Ours, passes: '${passes}' }\n`), "s.yaml");
  const [product] = standard === undefined ? [] : assess(sampleSnapshot(), standard).products;
  return product?.characteristics.flatMap(({ checks }) => checks).find(({ check }) => check === "community/ours");
};

describe("own checks", () => {
  const cases: [passes: string, result: string][] = [
    ["facts.size.files > 2", "passed"],
    ["facts.size.files + 1 > 4", "failed"],
    ['units.exists(u, u.name == "lamp")', "passed"],
    ["has(charter.mission)", "failed"],
    ["charter.mission.size() > 3", "unknown"],
    ['product.slug.matches("^[a-z-]+$")', "passed"],
    ["graph.reach >= 0", "passed"],
    ['stage != "beta"', "unknown"],
  ];
  test.each(cases)("%s: %s", (passes, result) => expect(resultOf(passes)?.result).toBe(result));

  test("the evidence is the rule in the standard", () => {
    expect(resultOf("false")).toMatchObject({ evidence: [{ path: "s.yaml", line: 7, detail: "false" }] });
  });
});

test("a standard that extends ours changes what it names and keeps the rest", () => {
  const { standard } = loadStandard(
    own("      outside-contributions: { thresholds: { people: 5 }, weight: 0 }\n"),
    "s.yaml",
  );
  const shipped = shippedStandard();
  expect(standard?.characteristics.map(({ id }) => id)).toEqual(shipped.characteristics.map(({ id }) => id));
  const changed = standard?.characteristics
    .find(({ id }) => id === "community")
    ?.checks.find(({ id }) => id.endsWith("outside-contributions"));
  expect(changed).toMatchObject({ weight: 0, from: "beta" });
  expect(changed?.thresholds.get("people")).toBe(5);
});

test("exemptions stand in for a result until they expire", () => {
  const text = `${own("      outside-contributions: {}\n")}exemptions:\n  - { product: lamp, check: manageable-growth/*, reason: frozen, expires: 2026-12-31 }\n`;
  const { standard } = loadStandard(text, "s.yaml");
  const [product] = standard === undefined ? [] : assess(sampleSnapshot(), standard).products;
  const growth = product?.characteristics.find(({ id }) => id === "manageable-growth");
  expect(growth?.score).toBeUndefined();
  expect(growth?.checks.filter(({ excused }) => excused?.by === "exemption").length).toBeGreaterThan(0);
});
