/** Pairs after GitHub's "Metadata syntax for GitHub Actions" and "Reusing workflows". */
import { describe, expect, test } from "vitest";
import { githubAction } from "../../src/kinds/github-action/kind.ts";
import { elementsIn, extractFrom, type Pair, testPairs } from "../pairs.ts";

const action = (body: string, using = "node20"): string =>
  `name: Greet\ndescription: Says hello\n${body}\nruns:\n  using: ${using}\n  main: index.js\n`;
const input = (fields: string): string =>
  action(
    `inputs:\n  who:\n${fields
      .split("\n")
      .map((line) => `    ${line}`)
      .join("\n")}`,
  );
const workflow = (call: string): Record<string, string> => ({
  ".github/workflows/build.yml": `name: Build\non:\n  workflow_call:\n${call
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n")}\njobs: {}\n`,
});

const PAIRS: readonly Pair[] = [
  ["optional input added", action(""), input("required: false"), "compatible", "breaking"],
  ["required input added", action(""), input("required: true"), "breaking", "breaking"],
  ["required input with a default added", action(""), input("required: true\ndefault: you"), "compatible", "breaking"],
  ["input made required", input("required: false"), input("required: true"), "breaking", "compatible"],
  ["required said as a text", input("required: true"), input("required: 'true'"), "none", "none"],
  ["default changed", input("default: you"), input("default: me"), "unknown", "unknown"],
  [
    "default added to a required input",
    input("required: true"),
    input("required: true\ndefault: me"),
    "compatible",
    "breaking",
  ],
  ["description changed", input("description: whom"), input("description: who to greet"), "none", "none"],
  ["input renamed", input("required: false"), action("inputs:\n  name:\n    required: false"), "breaking", "breaking"],
  ["input in other case", input("required: false"), action("inputs:\n  WHO:\n    required: false"), "none", "none"],
  [
    "input deprecated",
    input("required: false"),
    input("required: false\ndeprecationMessage: use name"),
    "none",
    "none",
  ],
  ["output added", action(""), action("outputs:\n  time:\n    description: when"), "compatible", "breaking"],
  ["newer node", action(""), action("", "node24"), "unknown", "unknown"],
  ["javascript to docker", action(""), action("", "docker"), "breaking", "breaking"],
  ["composite to javascript", action("", "composite"), action(""), "breaking", "breaking"],
  ["order of inputs", action("inputs:\n  a: {}\n  b: {}"), action("inputs:\n  b: {}\n  a: {}"), "none", "none"],
  ["the action itself removed", { "action.yml": action("") }, { "README.md": "" }, "breaking", "compatible"],
  [
    "a second action in a folder",
    { "action.yml": action("") },
    { "action.yml": action(""), "setup/action.yml": action("") },
    "compatible",
    "breaking",
  ],
  [
    "workflow input added",
    workflow("inputs: {}"),
    workflow("inputs:\n  env:\n    type: string"),
    "compatible",
    "breaking",
  ],
  [
    "workflow secret required",
    workflow("secrets:\n  token: {}"),
    workflow("secrets:\n  token:\n    required: true"),
    "breaking",
    "compatible",
  ],
  [
    "workflow input from string to number",
    workflow("inputs:\n  n:\n    type: string"),
    workflow("inputs:\n  n:\n    type: number"),
    "breaking",
    "compatible",
  ],
  [
    "workflow input from boolean to number",
    workflow("inputs:\n  n:\n    type: boolean"),
    workflow("inputs:\n  n:\n    type: number"),
    "breaking",
    "breaking",
  ],
  [
    "workflow output removed",
    workflow("outputs:\n  url:\n    value: x"),
    workflow("outputs: {}"),
    "breaking",
    "compatible",
  ],
  [
    "workflow not callable any more",
    workflow("inputs: {}"),
    { ".github/workflows/build.yml": "on: push\njobs: {}\n" },
    "breaking",
    "compatible",
  ],
  ["empty default is none", input("default: ''"), input("required: false"), "none", "none"],
  ["default as a text", input("default: 1"), input("default: '1'"), "none", "none"],
  [
    "workflow triggered in other ways too",
    { ".github/workflows/build.yml": "on: [workflow_call, push]\njobs: {}\n" },
    workflow("inputs: {}"),
    "none",
    "none",
  ],
];

describe("github-action", () => {
  testPairs(githubAction, "action.yml", PAIRS);

  test("elements say what they are, and where", () => {
    const elements = elementsIn(githubAction, input("description: whom to greet\nrequired: true"), "action.yml");
    expect(elements.map(({ id, signature, evidence }) => [id, signature, evidence.line])).toEqual([
      ["action", "Greet (runs using node20)", 7],
      ["input who", "input who: string", 4],
    ]);
    expect(elements[1]?.doc).toBe("whom to greet");
  });

  test("a text that is not YAML is a problem with its line", () => {
    const { elements, problems } = extractFrom(githubAction, "name: [", "action.yml");
    expect(elements).toEqual([]);
    expect(problems).toMatchObject([{ code: "github-action/invalid-yaml", path: "action.yml" }]);
  });
});
