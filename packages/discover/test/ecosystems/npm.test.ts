import { expect, test } from "vitest";
import { consumesOf, discover, problemsOf, providesOf, unitAt, unitsOf } from "./discover.ts";

const json = (value: unknown) => JSON.stringify(value, undefined, 2);

test("the root of a workspace is published when it names something to import or run", async () => {
  const root = { name: "acme", version: "1.0.0", workspaces: ["packages/*"] };
  const published = async (files: Readonly<Record<string, string>>) =>
    unitAt(await discover({ "packages/a/package.json": json({ name: "a" }), ...files }), "").published;
  expect(await published({ "package.json": json(root) })).toBe(false);
  expect(await published({ "package.json": json(root), "index.js": "" })).toBe(true);
  expect(await published({ "package.json": json({ ...root, exports: "./dist/index.js" }) })).toBe(true);
  expect(await published({ "package.json": json({ ...root, bin: "./acme.js" }) })).toBe(true);
});

test("a package with everything that says what it is", async () => {
  const found = await discover({
    "package.json": json({
      name: "@acme/shop",
      version: "1.2.3",
      description: "Sells things",
      author: "Ann <ann@acme.example>",
      contributors: [{ name: "Bo", email: "bo@acme.example" }],
      bin: { shop: "bin.js", "shop-admin": "admin.js" },
      main: "index.js",
    }),
  });
  const unit = unitAt(found, "");
  expect(unit).toMatchObject({
    id: "github.com/acme/shop#npm:@acme/shop",
    version: "1.2.3",
    description: "Sells things",
    published: true,
  });
  expect(providesOf(unit)).toEqual([
    "pkg:npm/%40acme/shop",
    "api:cli/shop",
    "api:cli/shop-admin",
    "repo:github.com/acme/shop",
  ]);
  expect(found.extras.get(unit.id)?.maintainers).toEqual([
    { text: "Ann <ann@acme.example>", line: 5 },
    { text: "Bo <bo@acme.example>", line: 7 },
  ]);
  expect(found.extras.get(unit.id)?.entries).toEqual([{ subpath: ".", target: "index.js" }]);
});

test("what is started and offers no file is an application, whether or not it says that it is private", async () => {
  const shop = { name: "shop", version: "1.0.0", scripts: { start: "next start" } };
  const published = async (more: object, files: Readonly<Record<string, string>> = {}) =>
    unitAt(await discover({ "package.json": json({ ...shop, ...more }), ...files }), "").published;
  expect(await published({})).toBe(false);
  expect(await published({ main: "lib.js" })).toBe(true);
  expect(await published({ files: ["dist"] })).toBe(true);
  expect(await published({}, { "index.js": "" })).toBe(true);
});

test("dependencies carry scope, range and line; one that binds more wins", async () => {
  const found = await discover({
    "package.json": json({
      name: "shop",
      dependencies: { a: "^1" },
      devDependencies: { b: "2", react: "^18" },
      peerDependencies: { react: ">=17", c: "*" },
      peerDependenciesMeta: { c: { optional: true } },
      optionalDependencies: { d: "~1" },
    }),
  });
  expect(consumesOf(unitAt(found, ""))).toEqual([
    "pkg:npm/a runtime ^1 @4",
    "pkg:npm/b development 2 @7",
    "pkg:npm/c optional * @12",
    "pkg:npm/d optional ~1 @20",
    "pkg:npm/react peer >=17 @11",
  ]);
});

const RANGES: readonly (readonly [name: string, range: string, ...ids: string[]])[] = [
  ["a", "npm:b@^1", "pkg:npm/b"],
  ["a", "npm:@x/b@^1", "pkg:npm/%40x/b"],
  ["a", "workspace:^", "pkg:npm/a"],
  ["a", "workspace:@x/b@*", "pkg:npm/%40x/b"],
  ["a", "workspace:../lib", "pkg:npm/%40acme/lib"],
  ["a", "file:../lib", "pkg:npm/%40acme/lib"],
  ["a", "link:../nowhere", "pkg:npm/a"],
  ["a", "patch:a@npm%3A1.0.0#./a.patch", "pkg:npm/a"],
  ["a", "github:acme/tool#main", "pkg:npm/a", "repo:github.com/acme/tool"],
  ["a", "acme/tool", "pkg:npm/a", "repo:github.com/acme/tool"],
  ["a", "git+ssh://git@gitlab.example/acme/sub/tool.git#v1", "pkg:npm/a", "repo:gitlab.example/acme/sub/tool"],
  ["a", "https://registry.example/a-1.0.0.tgz", "pkg:npm/a"],
  ["a", "catalog:", "pkg:npm/a"],
  ["a", "catalog:old", "pkg:npm/zod"],
];

test.each(RANGES)("%s: %s", async (name, range, ...ids) => {
  const found = await discover({
    "pnpm-workspace.yaml": "packages: [app, lib]\ncatalog:\n  a: ^3\ncatalogs:\n  old:\n    a: npm:zod@3\n",
    "app/package.json": json({ name: "app", dependencies: { [name]: range } }),
    "lib/package.json": json({ name: "@acme/lib" }),
  });
  expect(unitAt(found, "app").consumes.map(({ id }) => id)).toEqual(ids);
});

test("a catalog gives its range, an alias the name that the source uses", async () => {
  const found = await discover({
    "pnpm-workspace.yaml": "packages: [app]\ncatalog:\n  a: ^3\n",
    "app/package.json": json({ name: "app", dependencies: { a: "catalog:", old: "npm:b@1" } }),
  });
  const unit = unitAt(found, "app");
  expect(unit.consumes.find(({ id }) => id === "pkg:npm/a")?.range).toBe("^3");
  expect(found.extras.get(unit.id)?.aliases).toEqual([{ name: "old", id: "pkg:npm/b" }]);
});

test("exports hide all that they do not name", async () => {
  const found = await discover({
    "lib/package.json": json({
      name: "lib",
      main: "old.js",
      exports: {
        ".": { types: "./src/index.d.ts", import: "./src/index.js", require: ["./cjs/index.js"] },
        "./features/*": "./src/features/*.js",
        "./internal/*": null,
      },
    }),
  });
  expect(found.extras.get(unitAt(found, "lib").id)?.entries).toEqual([
    { subpath: ".", target: "lib/src/index.d.ts" },
    { subpath: ".", target: "lib/src/index.js" },
    { subpath: ".", target: "lib/cjs/index.js" },
    { subpath: "./features/*", target: "lib/src/features/*.js" },
  ]);
});

const WORKSPACES: readonly (readonly [string, Record<string, string>])[] = [
  ["npm", { "package.json": json({ name: "root", workspaces: ["packages/*", "!packages/skip"] }) }],
  ["yarn", { "package.json": json({ name: "root", workspaces: { packages: ["packages/{a,b}"] } }) }],
  [
    "pnpm",
    { "package.json": json({ name: "root" }), "pnpm-workspace.yaml": "packages:\n  - packages/**\n  - '!**/skip'\n" },
  ],
  ["lerna", { "package.json": json({ name: "root" }), "lerna.json": json({ packages: ["packages/[ab]"] }) }],
  [
    "nx",
    {
      "package.json": json({ name: "root" }),
      "workspace.json": json({ projects: { a: "packages/a", b: { root: "packages/b" } } }),
    },
  ],
];

test.each(WORKSPACES)("members of a %s workspace", async (_, files) => {
  const found = await discover({
    ...files,
    "packages/a/package.json": json({ name: "a" }),
    "packages/b/package.json": json({ name: "b" }),
    "packages/skip/package.json": json({ name: "skip" }),
    "packages/a/node_modules/dep/package.json": json({ name: "dep" }),
  });
  expect(found.extras.get(unitAt(found, "").id)?.workspaces).toEqual(["packages/a", "packages/b"]);
});

test("an nx project without a package.json is a unit, and what nx is told of dependencies is read", async () => {
  const found = await discover({
    "package.json": json({ name: "root", private: true }),
    "libs/ui/project.json": json({ name: "ui" }),
    "apps/web/project.json": json({ name: "web", implicitDependencies: ["ui"] }),
  });
  expect(unitAt(found, "apps/web")).toMatchObject({ name: "web", published: false });
  expect(consumesOf(unitAt(found, "apps/web"))).toEqual(["unit:github.com/acme/shop/libs/ui build @3"]);
});

test("markers inside a package delimit nothing", async () => {
  const found = await discover({
    "package.json": json({ name: "lib", version: "1.0.0" }),
    "cjs/package.json": json({ type: "commonjs" }),
    "server/package.json": json({ name: "lib/server", main: "../dist/server.js" }),
    "app/package.json": json({ private: true, scripts: { start: "node ." } }),
  });
  expect(unitsOf(found)).toEqual([". package source lib", "app package source app"]);
});

test("what can't be parsed is told with its place, quietly where it is a fixture", async () => {
  const found = await discover({
    "package.json": '{\n  "name": "a",\n}',
    "b/package.json": "[1]",
    "c/test/fixtures/broken/package.json": "{",
    "pnpm-workspace.yaml": "packages: [a",
  });
  expect(problemsOf(found)).toEqual([
    "error npm/not-an-object b/package.json:1:1",
    "info npm/invalid-json c/test/fixtures/broken/package.json:1:2",
    "warning npm/invalid-json package.json:3:1",
    "warning npm/invalid-yaml pnpm-workspace.yaml:1:13",
  ]);
  expect(unitsOf(found)).toEqual([". package source a"]);
});
