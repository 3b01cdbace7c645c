import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractors } from "../../src/languages/extractors.ts";
import { languages } from "../../src/languages/registry.ts";

const FOLDER = new URL("../../src/languages/", import.meta.url);
const SHARED = ["extractors", "folders", "language", "lines", "registry", "unit-index"];

/** Pieces that the languages' own syntax is made of, so that odd texts get past the first word. */
const piece = fc.oneof(
  fc.constantFrom(
    "import ",
    "from ",
    "export ",
    "require(",
    '"',
    "'",
    "`",
    '"""',
    "{",
    "}",
    "(",
    ")",
    "${",
    "*",
    " as ",
  ),
  fc.constantFrom(
    "\n",
    "\\\n",
    "#",
    "//",
    "/*",
    "*/",
    "<script>",
    "</script>",
    "---",
    ".",
    ",",
    "f'",
    "package x\n",
    "é",
    "\ud800",
  ),
  fc.string({ maxLength: 8 }),
);
const source = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

test("the registry lists what the folder holds", () => {
  const files = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name.replace(/\.ts$/, "")).filter((name) => !SHARED.includes(name));
  expect(languages.map(({ id }) => id).toSorted()).toEqual(names.toSorted());
});

test("workers know the extractor of every language", () => {
  for (const { id, extract } of languages) expect(extractors.get(id)).toBe(extract);
  expect(extractors.size).toBe(languages.length);
});

const PATHS: Readonly<Record<string, readonly string[]>> = {
  typescript: ["a.ts", "a.tsx", "a.js", "a.d.ts", "a.cjs", "a.vue", "a.svelte", "a.astro"],
  python: ["a.py", "a.pyi"],
  go: ["a.go"],
};

describe.each(languages)("$id", (language) => {
  const paths = PATHS[language.id] ?? [];

  test("has paths in this test", () => {
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(language.matches(path)).toBe(true);
  });

  test("never throws, and reads the same text the same way", () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), source, (path, text) => {
        const facts = language.extract(path, text);
        expect(language.extract(path, text)).toEqual(facts);
        for (const { line } of facts.imports) expect(line).toBeLessThanOrEqual(text.split("\n").length);
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
      }),
    );
  });

  test("resolves whatever was written to something", () => {
    const resolve = language.resolver({
      units: [],
      paths: [],
      configurations: [],
      has: () => false,
      folderHas: () => false,
      unitOf: () => undefined,
    });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...paths), (specifier, path) => {
        const target = resolve(path, { specifier, line: 1, kind: "static" });
        expect(["unit", "package", "builtin", "unresolved"]).toContain(target.kind);
      }),
    );
  });
});
