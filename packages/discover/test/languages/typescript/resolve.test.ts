import { describe, expect, test } from "vitest";
import { typescriptResolver } from "../../../src/languages/typescript/resolve.ts";
import { fixtureProject } from "../project.ts";
import type { ProjectFixture } from "../project.ts";

const MONOREPO: ProjectFixture = {
  units: [
    { name: "root", path: "" },
    {
      name: "@acme/ui",
      path: "packages/ui",
      entries: [
        { subpath: ".", target: "packages/ui/dist/index.js" },
        { subpath: "./icons/*", target: "packages/ui/dist/icons/*.js" },
      ],
    },
    { name: "@acme/core", path: "packages/core", entries: [{ subpath: ".", target: "packages/core/lib/main.js" }] },
    { name: "bare", path: "packages/bare" },
    { name: "react", path: "fixtures/react", role: "fixture" },
  ],
  files: [
    "packages/ui/src/index.ts",
    "packages/ui/src/icons/star.tsx",
    "packages/ui/src/button.tsx",
    "packages/ui/src/util/index.ts",
    "packages/ui/src/types.d.ts",
    "packages/ui/public/logo.svg",
    "packages/core/src/main.ts",
    "packages/core/src/deep/secret.ts",
    "packages/core/test/main.test.ts",
    "packages/bare/index.js",
    "packages/bare/lib/x.js",
    "fixtures/react/index.js",
  ],
};

function resolveIn(fixture: ProjectFixture) {
  const resolve = typescriptResolver(fixtureProject("npm", fixture));
  return (path: string, specifier: string) => resolve(path, { specifier, line: 1, kind: "static" });
}

const from = "packages/ui/src/button.tsx";
const resolve = resolveIn(MONOREPO);

describe("files of the own unit", () => {
  test.each([
    ["./index", "packages/ui/src/index.ts"],
    ["./index.js", "packages/ui/src/index.ts"],
    ["./util", "packages/ui/src/util/index.ts"],
    [".", "packages/ui/src/index.ts"],
    ["./types", "packages/ui/src/types.d.ts"],
    ["./icons/star.js?raw", "packages/ui/src/icons/star.tsx"],
    ["../dist/index.js", "packages/ui/src/index.ts"],
    ["/logo.svg", "packages/ui/public/logo.svg"],
    ["@/util", "packages/ui/src/util/index.ts"],
    ["$icons/star", "packages/ui/src/icons/star.tsx"],
    ["@acme/ui/icons/star", "packages/ui/src/icons/star.tsx"],
  ])("%s", (specifier, path) => {
    expect(resolve(from, specifier)).toEqual({ kind: "unit", unit: "@acme/ui", path, bypass: false });
  });

  test.each(["./missing", "../../../../outside", "$app/state", "/nowhere", "@docs/Link", "Icons/star"])(
    "%s is unresolved",
    (specifier) => {
      expect(resolve(from, specifier).kind).toBe("unresolved");
    },
  );
});

describe("other units", () => {
  test.each([
    ["@acme/core", false, "packages/core/src/main.ts"],
    ["@acme/core/package.json", false, undefined],
    ["@acme/core/lib/main", false, "packages/core/src/main.ts"],
    ["@acme/core/lib/deep/secret", true, "packages/core/src/deep/secret.ts"],
    ["@acme/core/src/deep/secret.ts", true, "packages/core/src/deep/secret.ts"],
    ["../../core/src/main", true, "packages/core/src/main.ts"],
    ["../../core/generated", true, undefined],
    ["bare", false, "packages/bare/index.js"],
    ["bare/lib/x", false, "packages/bare/lib/x.js"],
  ])("%s, bypass %s", (specifier, bypass, path) => {
    expect(resolve(from, specifier)).toMatchObject({ kind: "unit", bypass, ...(path === undefined ? {} : { path }) });
  });

  test("a pattern of `exports` is an entry", () => {
    expect(resolve("packages/core/src/main.ts", "@acme/ui/icons/star")).toMatchObject({ bypass: false });
    expect(resolve("packages/core/src/main.ts", "@acme/ui/button")).toMatchObject({ bypass: true });
  });
});

describe("outside", () => {
  test.each([
    ["react", { kind: "package", id: "pkg:npm/react" }],
    ["react-dom/client", { kind: "package", id: "pkg:npm/react-dom" }],
    ["@scope/name/deep/file.js", { kind: "package", id: "pkg:npm/%40scope/name" }],
    ["npm:lodash@4.17.0/fp", { kind: "package", id: "pkg:npm/lodash" }],
    ["fs", { kind: "builtin" }],
    ["fs/promises", { kind: "builtin" }],
    ["node:test", { kind: "builtin" }],
    ["data:text/javascript,0", { kind: "builtin" }],
  ])("%s", (specifier, target) => {
    expect(resolve(from, specifier)).toEqual(target);
  });
});

describe("package.json", () => {
  const configurations = {
    "package.json": JSON.stringify({
      imports: {
        "#x": { node: "./dist/x.js", default: "./dist/y.js" },
        "#in/*": "./src/in/*.ts",
        "#dep": "dep",
        "#loop": "#loop",
      },
      dependencies: { renamed: "npm:@real/name@^1", linked: "file:./packages/b", ws: "workspace:*" },
    }),
    "packages/b/package.json": "{",
  };
  const resolveHere = resolveIn({
    units: [
      { name: "a", path: "" },
      { name: "b", path: "packages/b" },
      { name: "ws", path: "examples/ws", role: "example" },
    ],
    files: ["src/x.ts", "src/in/one.ts", "packages/b/index.ts"],
    configurations,
  });

  test.each([
    ["#x", { kind: "unit", unit: "a", path: "src/x.ts", bypass: false }],
    ["#in/one", { kind: "unit", unit: "a", path: "src/in/one.ts", bypass: false }],
    ["#in/built", { kind: "unit", unit: "a", bypass: false }],
    ["#dep", { kind: "package", id: "pkg:npm/dep" }],
    ["renamed/sub", { kind: "package", id: "pkg:npm/%40real/name" }],
    ["linked", { kind: "unit", unit: "b", path: "packages/b/index.ts", bypass: false }],
    ["ws", { kind: "unit", unit: "ws", bypass: false }],
  ])("%s", (specifier, target) => {
    expect(resolveHere("src/index.ts", specifier)).toEqual(target);
  });

  test("an entry that names itself ends", () => {
    expect(resolveHere("src/index.ts", "#loop").kind).toBe("unresolved");
  });
});

describe("tsconfig", () => {
  const resolveHere = resolveIn({
    units: [
      { name: "root", path: "" },
      { name: "lib", path: "libs/lib" },
      { name: "config", path: "libs/config" },
    ],
    files: ["libs/lib/src/index.ts", "libs/lib/src/inner.ts", "app/src/deep/x.ts", "app/shared/y.ts"],
    configurations: {
      "tsconfig.base.json": `{ // paths of everybody
        "compilerOptions": { "paths": { "@acme/lib": ["libs/lib/src/index.ts"], "@inner/*": ["libs/lib/src/*"], }, }, }`,
      "app/tsconfig.json": `{ "extends": ["./loop.json", "../tsconfig.base.json"], "compilerOptions": { "baseUrl": "src" } }`,
      "app/tsconfig.loop.json": `{ "extends": "./tsconfig.loop.json" }`,
      "other/tsconfig.json": `{ "extends": "config/base" }`,
      "libs/config/tsconfig.json": "[[[",
      "libs/config/base.json": "{}",
    },
  });

  test.each([
    ["@acme/lib", { kind: "unit", unit: "lib", path: "libs/lib/src/index.ts", bypass: false }],
    ["@inner/inner", { kind: "unit", unit: "lib", path: "libs/lib/src/inner.ts", bypass: true }],
    ["deep/x", { kind: "unit", unit: "root", path: "app/src/deep/x.ts", bypass: false }],
    ["deep/none", { kind: "package", id: "pkg:npm/deep" }],
  ])("%s", (specifier, target) => {
    expect(resolveHere("app/src/main.ts", specifier)).toEqual(target);
  });

  test("nesting that overflows a parser configures nothing", () => {
    const text = `{"compilerOptions": {"paths": ${"[".repeat(200_000)}`;
    const here = resolveIn({
      units: [{ name: "a", path: "" }],
      files: ["x.ts"],
      configurations: { "tsconfig.json": text },
    });
    expect(here("y.ts", "./x")).toMatchObject({ kind: "unit", path: "x.ts" });
  });
});

test("a path to where packages are installed means the package", () => {
  for (const specifier of [
    "node_modules/@acme/core",
    "../../node_modules/@acme/core",
    "../node_modules/a/node_modules/@acme/core",
  ])
    expect(resolve(from, specifier)).toMatchObject({ kind: "unit", unit: "@acme/core" });
  expect(resolve(from, "node_modules/left/pad.js")).toEqual({ kind: "package", id: "pkg:npm/left" });
});
