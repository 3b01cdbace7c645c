import { memoryTree, noCache } from "@freehold/repository";
import type { Cache } from "@freehold/repository";
import { expect, test } from "vitest";
import { discoverImports } from "../../src/imports.ts";
import type { ImportOptions } from "../../src/imports.ts";
import { discoverUnits } from "../../src/units.ts";

const APP = {
  "package.json": JSON.stringify({
    name: "root",
    private: true,
    workspaces: ["packages/*"],
    devDependencies: { vitest: "1" },
  }),
  "packages/a/package.json": JSON.stringify({
    name: "a",
    version: "1.0.0",
    dependencies: { b: "^1.0.0", react: "18" },
  }),
  "packages/a/src/index.ts": `import { one, two } from "b";\nimport type { T } from "b";\nimport react from "react";\nexport * from "./other.js";`,
  "packages/a/src/other.ts": `import { secret } from "b/lib/secret";\nimport ghost from "ghost";\nimport "node:fs";`,
  "packages/a/src/index.test.ts": `import { test } from "vitest";\nimport { three } from "b";`,
  "packages/b/package.json": JSON.stringify({ name: "b", version: "1.0.0", exports: { ".": "./dist/index.js" } }),
  "packages/b/src/index.ts": `export const one = 1;`,
  "packages/b/lib/secret.ts": `export const secret = 1;`,
};

async function discover(
  contents: Record<string, string | Uint8Array>,
  options: ImportOptions = {},
  cache: Cache = noCache,
) {
  const tree = memoryTree(contents);
  const units = await discoverUnits(tree, "acme/app", noCache);
  return await discoverImports(tree, units, cache, { workers: 2, ...options });
}

test("adds imports up by unit and identifier", async () => {
  const { consumes, counts } = await discover(APP);
  const [a] = [...consumes].filter(([unit]) => unit.endsWith(":a")).map(([, list]) => list);
  expect(a?.map(({ id, declared, scope }) => [id, declared, scope])).toEqual([
    ["pkg:npm/b", true, "runtime"],
    ["pkg:npm/ghost", false, "runtime"],
    ["pkg:npm/react", true, "runtime"],
    ["pkg:npm/vitest", true, "test"],
  ]);
  expect(a?.[0]).toMatchObject({
    uses: 4,
    typeOnly: false,
    bypass: true,
    symbols: ["T", "one", "secret", "three", "two"],
  });
  expect(a?.[0]?.evidence[0]).toEqual({
    rule: "typescript.bypass",
    path: "packages/a/src/other.ts",
    line: 1,
    detail: "b/lib/secret",
  });
  expect(counts).toMatchObject({ imports: 9, internal: 5, external: 3, builtin: 1, unresolved: 0 });
});

test("marks what a manifest declares, and what none does", async () => {
  const { consumes } = await discover(APP);
  const undeclared = [...consumes.values()].flat().filter(({ declared, scope }) => !declared && scope === "runtime");
  expect(undeclared.flatMap(({ evidence }) => evidence.map(({ path, line }) => `${path}:${line}`))).toContain(
    "packages/a/src/other.ts:2",
  );
});

test("lists which file imports which", async () => {
  const { files } = await discover(APP);
  const edges = Array.from(files.from, (from, index) => [files.paths[from], files.paths[files.to[index] ?? -1]]);
  expect(edges).toContainEqual(["packages/a/src/index.ts", "packages/a/src/other.ts"]);
  expect(edges).toContainEqual(["packages/a/src/index.ts", "packages/b/src/index.ts"]);
});

test("gives the same with any number of workers, and from the cache", async () => {
  const stored = new Map<string, unknown>();
  const cache: Cache = {
    getMany: async (extractor, blobs) =>
      new Map(blobs.flatMap((blob) => (stored.has(extractor + blob) ? [[blob, stored.get(extractor + blob)]] : []))),
    putMany: async (extractor, entries) => {
      for (const [blob, value] of entries) stored.set(extractor + blob, JSON.parse(JSON.stringify(value)));
    },
  };
  const cold = await discover(APP, { workers: 1 }, cache);
  const warm = await discover(APP, { workers: 3 }, cache);
  expect(warm.counts).toMatchObject({ parsed: 0, cached: 0, keptUnits: 2 });
  expect([...warm.consumes]).toEqual([...cold.consumes]);
  expect(warm.files).toEqual(cold.files);
});

test("skips what nobody wrote by hand, and says so", async () => {
  const { counts, problems } = await discover({
    "package.json": `{"name": "x"}`,
    "big.js": new Uint8Array(2 << 20).fill(10),
    "bundle.js": `import "a";${"x".repeat(40_000)}`,
    "node_modules/dep/index.js": `import "b"`,
  });
  expect(counts).toMatchObject({ large: 1, minified: 1, imports: 0 });
  expect(problems.map(({ code }) => code)).toEqual(["imports/large-files", "imports/minified-files"]);
});

/** Each bracket on a line of its own, so that it doesn't pass for minified. */
function deep(open: string, close: string): string {
  return `import "a";\n${`${open}\n`.repeat(100_000)}1${`${close}\n`.repeat(100_000)}`;
}

test("survives source that nests deeper than any stack", async () => {
  const { counts, problems } = await discover({
    "package.json": `{"name": "x", "dependencies": {"a": "1"}}`,
    "brackets.ts": deep("[", "]"),
    "calls.js": deep("f(", ")"),
    "not.ts": deep("!", ""),
    "fine.ts": `import "a"`,
  });
  expect(counts.imports).toBeGreaterThanOrEqual(1);
  const unread = new Set(problems.map(({ path }) => path));
  expect(counts.imports + unread.size).toBeGreaterThanOrEqual(4);
  expect(unread).not.toContain("fine.ts");
}, 30_000);

test("a file that takes too long is one finding, and every file is accounted for", async () => {
  const files = { "a.ts": `import "a"`, "b.ts": `import "b"`, "c.ts": `import "c"` };
  const { problems, counts } = await discover({ "package.json": `{"name": "x"}`, ...files }, { timeoutMs: 1 });
  const unread = problems.filter(({ code }) => code === "typescript/unreadable");
  expect(counts.parsed).toBe(3);
  expect(unread.length + counts.imports).toBe(3);
});

test("an empty repository has an empty graph", async () => {
  const { consumes, files, counts } = await discover({});
  expect([consumes.size, files.from.length, counts.files]).toEqual([0, 0, 0]);
});

test("what tests need at run time does not make a type that the source imports more than one", async () => {
  const { consumes } = await discover({
    "package.json": JSON.stringify({ name: "a", version: "1.0.0" }),
    "index.ts": 'import type { T } from "shapes";\n',
    "index.test.ts": 'import { make } from "shapes";\n',
  });
  expect([...consumes.values()].flat()).toMatchObject([{ id: "pkg:npm/shapes", scope: "runtime", typeOnly: true }]);
});
