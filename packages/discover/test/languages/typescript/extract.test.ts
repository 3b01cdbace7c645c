import { describe, expect, test } from "vitest";
import { extractTypeScript } from "../../../src/languages/typescript/extract.ts";

function imports(text: string, path = "a.ts") {
  return extractTypeScript(path, text).imports;
}

function exported(text: string, path = "a.ts") {
  return extractTypeScript(path, text).exports;
}

describe("imports", () => {
  test.each([
    [`import a, { b as c } from "x"`, { specifier: "x", kind: "static", symbols: ["default", "b"] }],
    [`import * as ns from "x"`, { specifier: "x", kind: "static", symbols: ["*"] }],
    [`import type { T } from "x"`, { specifier: "x", kind: "static", symbols: ["T"], typeOnly: true }],
    [`import { type T, type U } from "x"`, { specifier: "x", kind: "static", symbols: ["T", "U"], typeOnly: true }],
    [`import { type T, u } from "x"`, { specifier: "x", kind: "static", symbols: ["T", "u"] }],
    [`import "x"`, { specifier: "x", kind: "side-effect" }],
    [`export { a as b } from "x"`, { specifier: "x", kind: "re-export", symbols: ["a"] }],
    [`export * from "x"`, { specifier: "x", kind: "re-export", symbols: ["*"] }],
    [`export type { T } from "x"`, { specifier: "x", kind: "re-export", symbols: ["T"], typeOnly: true }],
    [`await import("x")`, { specifier: "x", kind: "dynamic" }],
    ["import(`x`)", { specifier: "x", kind: "dynamic" }],
    [`type A = import("x").B`, { specifier: "x", kind: "dynamic", typeOnly: true, symbols: ["B"] }],
    [`import fs = require("x")`, { specifier: "x", kind: "require", symbols: ["*"] }],
    [`const x = require("x")`, { specifier: "x", kind: "require" }],
    [`const { a, b: c, d = 1 } = require("x")`, { specifier: "x", kind: "require", symbols: ["a", "b", "d"] }],
    [`require("x").a()`, { specifier: "x", kind: "require", symbols: ["a"] }],
    [`require.resolve("x")`, { specifier: "x", kind: "require" }],
  ])("%s", (text, expected) => {
    expect(imports(text)).toEqual([{ line: 1, ...expected }]);
  });

  test.each([
    ["a name that is computed", `import("a" + b); require(c); import(\`a\${b}\`)`],
    ["a comment", `// import "x"\n/* require("x") */`],
    ["a string", `const a = 'require("x")'; const b = "import y from 'z'"`],
    ["a template", "const code = `const a = require('x');\nimport b from 'y'`"],
    ["a method called require", `loader.require("x")`],
  ])("not in %s", (_, text) => {
    expect(imports(text)).toEqual([]);
  });

  test("lines are counted in characters, not bytes, and sorted", () => {
    const text = `// héllo 𝒳\nconst a = require("one");\n\nimport "two";\nexport * from "three";`;
    expect(imports(text).map(({ specifier, line }) => [specifier, line])).toEqual([
      ["one", 2],
      ["two", 4],
      ["three", 5],
    ]);
  });

  test("JavaScript may hold JSX and types", () => {
    expect(imports(`import a from "a"; const b = <div>{a}</div>;`, "a.js")).toHaveLength(1);
    expect(imports(`import a from "a"; const b: Foo<string> = a; import c from "c"`, "a.js")).toHaveLength(2);
  });

  test("what comes before a syntax error is read, and the error told with its line", () => {
    const facts = extractTypeScript("a.ts", `import a from "a";\nfunction ( {`);
    expect(facts.imports).toHaveLength(1);
    expect(facts.problems).toMatchObject([{ code: "typescript/syntax-error", severity: "info", line: 2 }]);
  });
});

describe("exports", () => {
  test.each([
    [`export const a = 1, { b, c: [d] } = e`, ["a", "b", "d"]],
    [`export default function f() {}`, ["default"]],
    [`export * from "x"; export * as ns from "y"`, ["*", "ns"]],
    [`export { a as b, c as default } from "x"`, ["b", "default"]],
    [`export type T = 1; export interface I {}`, ["T", "I"]],
    [`module.exports = { a, "b-c": 1, d() {} }`, ["export=", "a", "b-c", "d"]],
    [`exports.a = module.exports.b = 1`, ["a", "b"]],
    [`export = thing`, ["export="]],
  ])("%s", (text, names) => {
    expect(exported(text).toSorted()).toEqual(names.toSorted());
  });
});

describe("components", () => {
  test("Vue and Svelte scripts keep their lines", () => {
    const text = `<template>\n  <p/>\n</template>\n<script setup lang="ts">\nimport type { A } from "a";\n</script>\n<script>\nimport b from "b"\n</script>`;
    expect(imports(text, "a.vue")).toMatchObject([
      { specifier: "a", line: 5, typeOnly: true },
      { specifier: "b", line: 8 },
    ]);
  });

  test("Astro front matter", () => {
    expect(imports(`---\nimport a from "a"\n---\n<p>{a}</p>`, "a.astro")).toMatchObject([{ specifier: "a", line: 2 }]);
  });

  test("a component without a script imports nothing", () => {
    expect(imports(`<template>import x from "y"</template><script`, "a.vue")).toEqual([]);
  });
});
