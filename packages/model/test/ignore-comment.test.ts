/** Which lines of which files are comments of ours, and what they are about. */
import { expect, test } from "vitest";
import { ignoreComments } from "../src/index.ts";

/** As text, so that none of it is taken for a comment of this file. */
const WORD = ["freehold", "ignore"].join("-");

function about(path: string, text: string): (readonly [rule: string, about: number, reason: string | undefined])[] {
  return ignoreComments(path, text.replaceAll("IGNORE", WORD)).map(({ rule, about: line, reason }) => [
    rule,
    line,
    reason,
  ]);
}

test.each([
  ["a.ts", "// IGNORE layer: why\ncode", [["layer", 2, "why"]]],
  ["a.ts", "code // IGNORE check/layer: why", [["check/layer", 1, "why"]]],
  ["a.ts", "/* IGNORE layer: why */\ncode", [["layer", 2, "why"]]],
  ["a.tsx", "  {/* IGNORE layer: why */}\n  <A />", [["layer", 2, "why"]]],
  [
    "a.ts",
    "// IGNORE layer: one\n// IGNORE cycle: two\ncode",
    [
      ["layer", 3, "one"],
      ["cycle", 3, "two"],
    ],
  ],
  ["a.py", "import x  # IGNORE layer: why", [["layer", 1, "why"]]],
  ["Dockerfile", "# IGNORE layer: why\nFROM x", [["layer", 2, "why"]]],
  ["go.mod", "// IGNORE layer: why\nrequire x v1", [["layer", 2, "why"]]],
  ["pom.xml", "<!-- IGNORE layer: why -->\n<a/>", [["layer", 2, "why"]]],
  ["a.ts", "// IGNORE layer", [["layer", 2, undefined]]],
  ["a.ts", "// IGNORE layer:  ", [["layer", 2, undefined]]],
  ["a.ts", "// IGNORE: why", [["", 2, "why"]]],
  ["a.ts", 'const text = "// IGNORE layer: why";', []],
  ["a.ts", "const text = 'it\\'s'; // IGNORE layer: why", [["layer", 1, "why"]]],
  ["a.ts", "// see IGNORE layer: why", []],
  ["a.ts", "# IGNORE layer: why", []],
  ["package.json", '// IGNORE layer: why\n{"a": 1}', []],
  ["README.md", "<!-- IGNORE layer: why -->", []],
] as const)("%s: %s", (path, text, expected) => {
  expect(about(path, text)).toEqual(expected);
});
