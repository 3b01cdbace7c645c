/** What is kept of units gives the same graph as reading everything anew, whatever changed in between. */
import { type Cache, memoryTree, noCache } from "@freehold/repository";
import { array, asyncProperty, assert as check, constantFrom, record } from "fast-check";
import { expect, test } from "vitest";
import { discoverImports } from "../../src/imports.ts";
import { languages as registered } from "../../src/languages/registry.ts";
import { discoverUnits } from "../../src/units.ts";

/** Extractors without processes of their own, which take long to start. */
const languages = registered.map((language) => ({ ...language, native: false }));

function memoryCache(): Cache {
  const entries = new Map<string, string>();
  return {
    getMany: async (shelf, keys) =>
      new Map(
        keys.flatMap((key) => {
          const text = entries.get(`${shelf} ${key}`);
          return text === undefined ? [] : [[key, JSON.parse(text) as unknown] as const];
        }),
      ),
    async putMany(shelf, values) {
      for (const [key, value] of values) entries.set(`${shelf} ${key}`, JSON.stringify(value));
    },
  };
}

type Files = Readonly<Record<string, string>>;

async function graph(files: Files, cache: Cache) {
  const tree = memoryTree(files);
  const { counts, ...rest } = await discoverImports(tree, await discoverUnits(tree, "acme/app", noCache), cache, {
    languages,
  });
  const { imports, internal, external, builtin, unresolved, minified } = counts;
  return { ...rest, counts: { imports, internal, external, builtin, unresolved, minified }, kept: counts.keptUnits };
}

const START: Files = {
  "package.json": '{ "name": "root", "workspaces": ["a", "b"] }',
  "a/package.json": '{ "name": "a", "dependencies": { "b": "1" } }',
  "a/index.ts":
    'import { x } from "b";\nimport "./lib";\nimport "b/deep";\nimport "~/made";\nimport "../b/gone";\nx();\n',
  "a/lib.ts":
    'import "b/sub/thing";\nimport "@app/x";\n// freehold-ignore check/cycle: for now\nimport "../lib/built";\n',
  "b/package.json": '{ "name": "b", "exports": { ".": "./dist/index.js" } }',
  "b/src/index.ts": 'export const x = 1;\nimport "a";\n',
  "p/pyproject.toml": '[project]\nname = "p"\n',
  "p/p/__init__.py": "import q\nfrom p import inner\nimport os\n",
  "q/setup.cfg": "[metadata]\nname = q\n",
  "q/q.py": "import p.inner\n",
  "g/go.mod": "module example.com/g\n",
  "g/main.go": 'package main\n\nimport "example.com/g/inside"\n\nfunc main() { inside.Do() }\n',
};

const BIG = `var a=${"1+".repeat(20_000)}1;`;
const OTHER_PATHS =
  "a/lib/index.ts a/lib.js a/src/made.ts a/tsconfig.json tsconfig.json b/deep.ts b/gone.js b/src/deep.ts b/sub/thing.ts " +
  "b/dist/index.js b/index.ts c/package.json c/index.ts lib/x.ts lib/built.ts src/built.ts p/p/inner.py p/inner.py " +
  "q/q/__init__.py g/inside/do.go b/min.js Dockerfile b/Dockerfile";
const PATHS = [...Object.keys(START), ...OTHER_PATHS.split(" ")];
const TEXTS = [
  ...Object.values(START),
  "",
  '{ "compilerOptions": { "paths": { "@app/*": ["./lib/*"], "b": ["./c/index.ts"] } } }',
  '{ "name": "b", "main": "src/deep.ts" }',
  '{ "name": "c", "imports": { "#x": "./index.ts" } }',
  'import "c";\nimport "#x";\nimport("./lib.js");\n',
  "import broken from ;\n",
  "FROM node\n",
  BIG,
];

test("a scan after any changes finds what a first scan finds", async () => {
  const change = record({ path: constantFrom(...PATHS), text: constantFrom(undefined, ...TEXTS) });
  await check(
    asyncProperty(
      array(array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      async (steps) => {
        const cache = memoryCache();
        let files = START;
        await graph(files, cache);
        for (const changes of steps) {
          const next = new Map(Object.entries(files));
          for (const { path, text } of changes) {
            if (text === undefined) next.delete(path);
            else next.set(path, text);
          }
          files = Object.fromEntries(next);
          const { kept: _, ...second } = await graph(files, cache);
          const { kept: none, ...cold } = await graph(files, noCache);
          expect(second).toEqual(cold);
          expect([...second.ignores]).toEqual([...cold.ignores]);
          expect(none).toBe(0);
        }
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

test("only the units are looked at again whose sources changed, or that looked for a path that came or went", async () => {
  const cache = memoryCache();
  const { kept: none } = await graph(START, cache);
  const { kept: all } = await graph(START, cache);
  expect([none, all]).toEqual([0, 5]);
  expect((await graph({ ...START, "b/src/index.ts": "export const x = 2;\n" }, cache)).kept).toBe(4);
  // `../b/gone` of a, and b itself.
  expect((await graph({ ...START, "b/gone.ts": "export {};\n" }, cache)).kept).toBe(3);
  expect((await graph({ ...START, "docs/readme.md": "# Hi\n" }, cache)).kept).toBeGreaterThanOrEqual(2);
});
