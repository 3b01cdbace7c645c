import { describe, expect, test } from "vitest";
import { discoverProducts, firstParagraph } from "../../src/products/index.ts";
import { repository } from "./sample.ts";

describe("first paragraph of a README", () => {
  test.each([
    ["below the title", "# Kite\n\nFlies data to where it is needed.\n\n## Use\n", "Flies data to where it is needed."],
    [
      "below badges and pictures",
      "# Kite\n[![ci](a)](b) ![x](y)\n\nFlies data to where it is.\n",
      "Flies data to where it is.",
    ],
    [
      "below an HTML header",
      "<div\n  align='center'>\n<img src='a'>\n</div>\n\nFlies data to where it is.\n",
      "Flies data to where it is.",
    ],
    ["with links and marks", "**Kite** flies [data](http://x) to _you_ alone.\n", "Kite flies data to you alone."],
    [
      "below a row of links",
      "<p>\n<a href='a'>Kite.example</a> • <a href='b'>Kite Feedback</a> • [The Docs](c)\n</p>\n\nFlies data to where it is.\n",
      "Flies data to where it is.",
    ],
    ["in a title that is a sentence", "# Kite flies data to where it is.\n", "Kite flies data to where it is."],
    ["over two lines", "Flies data to\nwhere it is needed.\n", "Flies data to where it is needed."],
    ["not code", "```\nnpm install the thing now\n```\nFlies data to where it is.\n", "Flies data to where it is."],
    [
      "not a title underlined",
      "The Great Big Kite\n======\n\nFlies data to where it is.\n",
      "Flies data to where it is.",
    ],
  ])("%s", (_, text, expected) => expect(firstParagraph(text)?.text).toBe(expected));
  test.each([
    ["nothing", ""],
    ["only a list", "- a b c d e\n- f g h i\n"],
    ["too short", "Kite.\n"],
  ])("%s", (_, text) => expect(firstParagraph(text)).toBeUndefined());
  test("a hostile README ends", () =>
    expect(firstParagraph(`${"<a ".repeat(50_000)}${"[".repeat(50_000)}`)).toBeUndefined());
  test("its line is known", () =>
    expect(firstParagraph("# Kite\n\n<img\n src='a'>\n\nFlies data to you.\n")?.line).toBe(6));
});

test("a mission is inferred, never declared, and says where from", () => {
  const facts = repository(["."], {
    readmes: new Map([["README.md", firstParagraph("# Acme\n\nFlies data to where it is needed.\n")]]),
  });
  expect(discoverProducts([facts]).products[0]?.mission).toMatchObject({
    value: "Flies data to where it is needed.",
    provenance: "inferred",
    evidence: [{ path: "README.md", line: 3 }],
  });
});
