/** What every ecosystem promises, and that none is forgotten. */
import { readdirSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Ecosystem } from "../../src/ecosystems/ecosystem.ts";
import { ecosystems } from "../../src/ecosystems/registry.ts";

const SHARED = ["ecosystem.ts", "reading", "registry.ts"];

/** Paths of the manifests that people write, so that every dialect is met. */
const PATHS = [
  "package.json",
  "pnpm-workspace.yaml",
  "a/project.json",
  "go.mod",
  "go.work",
  "Cargo.toml",
  "pyproject.toml",
  "setup.cfg",
  "setup.py",
  "requirements-dev.txt",
  "Dockerfile",
  "compose.yaml",
  "chart/Chart.yaml",
  "chart/requirements.yaml",
  "chart/values.yaml",
  "action.yml",
  ".github/workflows/ci.yml",
  ".gitmodules",
  "openapi.yaml",
  "swagger.json",
  "schema.graphql",
  "a.proto",
  "pom.xml",
  "build.gradle.kts",
  "settings.gradle",
  "main.tf",
];

/** Pieces that get past the first check of some parser. */
const PIECES = [
  "{",
  "}",
  "[",
  "]",
  '"',
  "'",
  ":",
  ",",
  "\n",
  " ",
  "- ",
  "=",
  "<<: ",
  "&a ",
  "*a ",
  "|\n",
  "//",
  "#",
  "\\",
  "$",
  "${",
  "\0",
  "\ud800",
  "é",

  '"name": "x"',
  '"dependencies": {"a": "b"}',
  "name: x\n",
  "services:\n",
  "  build: .\n",
  "runs:\n",
  "openapi: 3\n",
  "info:\n",
  "module m\n",

  "require (",
  "[project]\n",
  "[package]\n",
  'name = "a"\n',
  "FROM a AS b\n",
  "ARG x=1\n",
  "COPY --from=",
  "type A { b: C }",
  "package a;",
  'import "b";',

  "setup(",
  "install_requires=[",
  '"a>=1"',
  '[submodule "a"]\n',
  "path = a\n",
  "url = ../b\n",
  "uses: a/b@c\n",
  "workspaces",
  "catalog:",
  "apiVersion: v2\n",
  "image: { repository: a, tag: 1 }\n",
];

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
);

beforeAll(async () => {
  for (const ecosystem of ecosystems) await ecosystem.load?.();
});

function parsed(ecosystem: Ecosystem, path: string, text: string) {
  const result = ecosystem.parse({ path, text });
  const assembled = ecosystem.assemble(result.facts === undefined ? [] : [{ path, facts: result.facts }], {
    repository: "github.com/acme/shop",
    has: () => false,
    below: () => [path],
    submodules: new Map([["a", "c0ffee"]]),
  });
  return { ...result, assembled };
}

test("the registry lists what the folder holds", () => {
  const folder = readdirSync(new URL("../../src/ecosystems", import.meta.url))
    .filter((name) => !SHARED.includes(name))
    .map((name) => name.replace(/\.ts$/, ""));
  const ids = ecosystems.map(({ id }) => id);
  expect(ids.toSorted()).toEqual(folder.toSorted());
});

test("every path of the list is some ecosystem's manifest", () => {
  for (const path of PATHS)
    expect(
      ecosystems.some((ecosystem) => ecosystem.matches(path)),
      path,
    ).toBe(true);
  for (const path of ["package-lock.json", "go.sum", "README.md", "src/index.ts"]) {
    expect(
      ecosystems.some((ecosystem) => ecosystem.matches(path)),
      path,
    ).toBe(false);
  }
});

describe.each(ecosystems.map((ecosystem) => [ecosystem.id, ecosystem] as const))("%s", (_, ecosystem) => {
  const paths = PATHS.filter((path) => ecosystem.matches(path));

  test("any text gives the same JSON twice and problems with a place", () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), anyText, (path, text) => {
        const result = parsed(ecosystem, path, text);
        expect(JSON.parse(JSON.stringify(result.facts ?? null))).toEqual(result.facts ?? null);
        expect(parsed(ecosystem, path, text)).toEqual(result);
        for (const { line, column } of result.problems) expect(Math.min(line ?? 0, column ?? 0)).toBeGreaterThan(0);
        for (const unit of result.assembled.units) expect(unit.name).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });

  test("depth and length are bounded", { timeout: 60_000 }, () => {
    for (const path of paths) {
      for (const piece of [
        "[",
        "{",
        '{"a":',
        "a: ",
        "- ",
        "&a ",
        "(",
        "#",
        '"',
        "\r",
        "FROM ",
        "a.",
        "type A {",
        "message A {",
        "<a>",
        "<a ",
        "a {",
      ]) {
        expect(() => parsed(ecosystem, path, piece.repeat(30_000))).not.toThrow();
      }
    }
  });
});
