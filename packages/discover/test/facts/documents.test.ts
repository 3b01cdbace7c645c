import { memoryTree, noCache } from "@freehold/repository";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentText } from "../../src/facts/documents/text.ts";
import { readFacts } from "../../src/index.ts";

async function documentOf(text: string, path = "README.md", others: Readonly<Record<string, string>> = {}) {
  const { documents } = await readFacts(memoryTree({ ...others, [path]: text }), noCache);
  return documents.get(path);
}

const codeOf = async (language: string, code: string) =>
  (await documentOf(`\`\`\`${language}\n${code}\n\`\`\`\n`))?.code[0];

test("a document's outline: title, first paragraph, headings, commands", async () => {
  const text =
    "[![badge](b.svg)](https://ci)\n\n# Lamp\n\nLights a room when *somebody* enters.\n\n## Install\n\n```sh\n$ npm i lamp\nadded 1\n```\n";
  expect(await documentOf(text)).toMatchObject({
    role: "readme",
    title: { text: "Lamp", line: 3 },
    lead: { text: "Lights a room when somebody enters.", line: 5 },
    headings: [{ text: "Lamp" }, { text: "Install", depth: 2, line: 7 }],
    commands: [{ text: "npm i lamp", line: 10 }],
  });
});

test("a README in UTF-16, as some editors write it", async () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("# Lamp\n\nLights a whole room.\n", "utf16le")]);
  const { documents } = await readFacts(memoryTree({ "README.md": bytes, "b.md": "b" }), noCache);
  expect(documents.get("README.md")).toMatchObject({ title: { text: "Lamp", line: 1 }, lead: { line: 3 } });
});

test("a centred title in HTML, and front matter", async () => {
  expect(await documentOf('<h1 align="center">\n  <img src="l.svg">Lamp</h1>\n')).toMatchObject({
    title: { text: "Lamp" },
  });
  expect(await documentOf("---\ntitle: x\n---\n# Lamp\n\nIt lights up your rooms.\n")).toMatchObject({
    title: { text: "Lamp", line: 4 },
    lead: { line: 6 },
  });
});

describe("code parses where it could stand", () => {
  const cases: [language: string, code: string, state: string][] = [
    ["ts", "const a: number = 1;", "parses"],
    ["ts", "const a: = 1;", "broken"],
    ["js", "{ retry: 3, delay: 10 }", "parses"],
    ["js", "render() { return <b>a</b>; }", "parses"],
    ["js", "await fetch(a)", "parses"],
    ["js", "call({ ... })", "unknown"],
    ["json", '{ "a": 1, } // trailing', "parses"],
    ["json", '"scripts": { "a": "b" }', "parses"],
    ["json", '{ "a": }', "broken"],
    ["yaml", "a: [1, 2\nb: 3", "broken"],
    ["toml", "a = 1", "parses"],
    ["brainfuck", "+-", "unknown"],
  ];
  test.each(cases)("%s %s: %s", async (language, code, state) =>
    expect((await codeOf(language, code))?.state).toBe(state),
  );

  test("a native parser is not given what could end the process", async () => {
    expect((await codeOf("js", "(".repeat(9000)))?.state).toBe("unknown");
  });
});

const dead = async (target: string, path = "docs/a.md") =>
  (await documentOf(`[x](${target})`, path, { "docs/b.md": "b", "src/main.ts": "" }))?.dead.length;

describe("links within the repository", () => {
  const cases: [target: string, dead: number, path?: string][] = [
    ["b.md#part", 0],
    ["./b", 0],
    ["../src", 0],
    ["../src/gone.ts", 1],
    ["gone.md", 1],
    ["/guide/start", 0],
    ["gone", 0],
    ["gone", 1, "README.md"],
    ["../../issues", 0, "README.md"],
    ["#part", 0],
    ["https://example.com/gone", 0],
  ];
  test.each(cases)("%s: %i dead", async (target, count, path) => expect(await dead(target, path)).toBe(count));
});

test("a changelog's releases, and a licence's identifier", async () => {
  const log = "# Changelog\n\n## [1.2.0] - 2024-05-01\n\n## v1.1.0 (2023-1-2)\n\n1.0.0\n=====\n";
  expect((await documentOf(log, "CHANGELOG.md"))?.releases).toEqual([
    { version: "1.2.0", date: "2024-05-01", line: 3 },
    { version: "1.1.0", date: "2023-01-02", line: 5 },
    { version: "1.0.0", line: 7 },
  ]);
  const isc =
    "Permission to use, copy, modify, and/or distribute this software for any\npurpose with or without fee is hereby granted, provided that";
  expect((await documentOf(isc, "LICENSE"))?.spdx).toEqual(["ISC"]);
});

test("no text is too odd", async () => {
  const piece = fc.constantFrom(
    "# ",
    "- ",
    "> ",
    "```js\n",
    "```\n",
    "[a](",
    "<h1>",
    "</h1>",
    "|",
    "\n",
    "a b c d ",
    "---\n",
    "![",
    "](",
    "&#0;",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      expect(await documentOf(pieces.join(""))).toBeDefined();
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["# Dim\n\n## Status\n\nProposed\n", "proposed", 5],
  ["# Dim\n\n* Status: accepted\n", "accepted", 3],
  ["# Dim\n\n- **Status:** Superseded by 9\n", "superseded by", 3],
  ["---\nstatus: draft\n---\n# Dim\n", "draft", 2],
  ["| Status | In review |\n|---|---|\n", "in review", 1],
])("the status of a record of a decision: %j", async (text, status, line) => {
  expect((await documentOf(text, "docs/adr/0001-dim.md"))?.status).toEqual({ text: status, line });
  expect((await documentOf(text, "docs/guide.md"))?.status).toBeUndefined();
});

const kin = async (text: string) => (await documentOf(text))?.kin?.line;

test("where a README says whose fork or replacement it is", async () => {
  expect(await kin("# Lamp\n\nLights.\n\nA fork of [candle](https://x.test) that needs no fire.\n")).toBe(5);
  expect(await kin("# Lamp\n\nA drop-in replacement for candle.\n")).toBe(3);
  expect(await kin("# Lamp\n\n```sh\necho fork of me\n```\n")).toBeUndefined();
  expect(await kin("# Lamp\n\nFork this repository, then open a pull request.\n")).toBeUndefined();
});

test("a greeting introduces nothing where something else does", async () => {
  const text = "# Lamp\n\nTo all who come to this place: welcome.\n\nLights a room when somebody enters.\n";
  expect((await documentOf(text))?.lead?.line).toBe(5);
  expect((await documentOf("# Lamp\n\nWelcome to the house of lamps!\n"))?.lead?.line).toBe(3);
});

test("an attribute that a template binds is no link, and lines marked as added and removed are no code", async () => {
  expect(await documentOf('<ul><li><a class="x" :href="post.url">a</a></li></ul>\n')).toMatchObject({
    inner: 0,
    dead: [],
  });
  expect((await documentOf("```js del={1} ins={2}\na\nb: {}\nc: {}\n```\n"))?.code[0]?.state).toBe("unknown");
});

test("sentences that say what something does not do, wherever they stand", () => {
  const text =
    "# Lamp\n\nLights rooms.\n\nLamp is not bundled with any bulb.\n\n> **Note:** The action does not cache bulbs. It never will.\n\n- This tool lights rooms, but doesn't heat them.\n- When a bulb is not there, it stays dark.\n";
  expect(documentText(text).limits?.map(({ text: said, line }) => `${line} ${said}`)).toEqual([
    "5 Lamp is not bundled with any bulb",
    "7 The action does not cache bulbs",
    "7 It never will",
    "9 This tool lights rooms, but doesn't heat them",
  ]);
});

test("space that runs on costs nothing, and is one space", () => {
  // At a second a paragraph, as it was, this takes longer than any test may.
  const spaces = " ".repeat(3900);
  const text = `Lamp is not${spaces}bundled with bulbs\n\n${`a not a${spaces}a\n\n`.repeat(300)}`;
  expect(documentText(text).limits?.map(({ text: said }) => said)).toEqual(["Lamp is not bundled with bulbs"]);
});

test("a command within a sentence is whole: two words only speak of what works on something else", () => {
  const text = "# Lamp\n\nRun `npm test` or `docker run lamp`; it is not for `docker pull` or `git clone`.\n";
  expect(documentText(text).commands.map((one) => one.text)).toEqual(["npm test", "docker run lamp"]);
});

test("a README that is a link to another document says what that says", async () => {
  const tree = memoryTree({
    "doc/index.md": "# Lamp\n\nLights a room when somebody enters.",
    "README.md": "doc/index.md",
  });
  const files = tree.files.map((file) => (file.path === "README.md" ? { ...file, mode: "symlink" as const } : file));
  // As git does, whatever a content is called.
  const linked: typeof tree = {
    ...tree,
    files,
    async *read(wanted, options) {
      for (const file of wanted) {
        const path = tree.files.find(({ blob }) => blob === file.blob)?.path ?? "";
        for await (const { bytes } of tree.read([{ ...file, path }], options)) yield { file, bytes };
      }
    },
  };
  const { documents } = await readFacts(linked, noCache);
  expect(documents.get("README.md")?.lead?.text).toBe("Lights a room when somebody enters.");
});
