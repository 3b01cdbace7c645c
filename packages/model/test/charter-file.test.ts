import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editCharter, formatProblem, parseCharter } from "../src/index.ts";

const problemsOf = (text: string) => parseCharter(text, "product.yaml").problems.map(formatProblem);

describe("a charter's problems say line, column and what would be right", () => {
  const cases: [what: string, text: string, problem: string][] = [
    [
      "no name",
      "mission: x\n",
      "product.yaml:1:1: error: `name`: is missing [charter/invalid-field]\n  Write text, such as `name: …`.",
    ],
    [
      "a wrong stage",
      "name: A\nstage: finished\n",
      'product.yaml:2:8: error: `stage`: "finished" is not valid: Invalid option: expected one of "idea"|"proof-of-concept"|"alpha"|"beta"|"stable"|"mature"|"revenue"|"obsolete" [charter/invalid-field]\n  One of: idea, proof-of-concept, alpha, beta, stable, mature, revenue, obsolete.',
    ],
    [
      "text where a list belongs",
      "name: A\nowners: me\n",
      'product.yaml:2:9: error: `owners`: "me" is not valid: Invalid input: expected array, received string [charter/invalid-field]\n  Write a list, such as `owners: [first, second]`.',
    ],
    [
      "a list at the top",
      "- name\n",
      "product.yaml:1:1: error: the charter: Invalid input: expected object, received array [charter/invalid-field]\n  Write a mapping, such as `name: My product`.",
    ],
    [
      "a misspelt field",
      "name: A\nowner: [me]\n",
      "product.yaml:2:1: warning: unknown field `owner` is kept but not used [charter/unknown-field]\n  Did you mean `owners`?",
    ],
  ];
  test.each(cases)("%s", (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));

  test("broken YAML", () => {
    expect(problemsOf("name: A\nowners: [a\nmission: b\n")[0]).toMatch(/^product\.yaml:3:\d+: error: .*invalid-yaml/);
  });

  test("an empty file", () => {
    expect(problemsOf("")).toEqual([
      "product.yaml:1:1: error: the charter: Invalid input: expected object, received null [charter/invalid-field]\n  Write a mapping, such as `name: My product`.",
    ]);
  });
});

test("a YAML bomb ends in a problem", () => {
  const rows = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"];
  for (let i = 1; i < 12; i++) rows.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(",")}]`);
  const parsed = parseCharter(`name: A\n${rows.join("\n")}\n`);
  expect(parsed.charter).toBeUndefined();
  expect(parsed.problems[0]?.code).toBe("charter/invalid-yaml");
});

test("unknown fields are kept in the value and in the text", () => {
  const text = "# ours\nname: A # short\nx-team-board: 7\nscope:\n  include: [src]\n  note: why\n";
  expect(parseCharter(text).charter).toMatchObject({ "x-team-board": 7, scope: { note: "why" } });
  expect(editCharter(text, { mission: "Does a thing." })).toBe(`${text}mission: Does a thing.\n`);
  expect(editCharter(text, { name: "B" })).toContain("# ours");
});

test("editing what is no mapping is refused", () => {
  expect(() => editCharter("- a\n", { name: "A" })).toThrow(RangeError);
});

test("any text gives a charter or problems, never an exception", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { charter, problems } = parseCharter(text);
      return charter !== undefined || problems.length > 0;
    }),
  );
});

test("what is edited can be read again", () => {
  const line = fc.string({ minLength: 1 }).filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(line, fc.array(line, { maxLength: 4 }), (name, does) => {
      const { charter } = parseCharter(editCharter("# head\nx-kept: true\n", { name, does }));
      expect(charter).toEqual({ "x-kept": true, name: name.trim(), does: does.map((text) => text.trim()) });
    }),
  );
});
