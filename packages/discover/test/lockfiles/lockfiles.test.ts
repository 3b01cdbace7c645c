/** For each format: who gets other packages when its file changes, and who does not. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changedResolutions } from "../../src/index.ts";
import { lockfileFormats } from "../../src/lockfiles/registry.ts";

interface Case {
  readonly file: string;
  readonly text: (version: string) => string;
  /** Folder and name of the unit that gets another `inner`, and of one that does not. */
  readonly hit: readonly [folder: string, name: string, ...requires: string[]];
  readonly spared: readonly [folder: string, name: string, ...requires: string[]];
}

const cases: readonly Case[] = [
  {
    file: "package-lock.json",
    text: (version) =>
      JSON.stringify({
        lockfileVersion: 3,
        packages: {
          "": { name: "root", workspaces: ["a", "b"] },
          a: { name: "a", dependencies: { outer: "^1.0.0" } },
          b: { name: "b", dependencies: { a: "*", other: "^1.0.0" } },
          "node_modules/a": { resolved: "a", link: true },
          "node_modules/outer": { version: "1.0.0", dependencies: { inner: "^1.0.0" } },
          "node_modules/inner": { version },
          "node_modules/other": { version: "1.0.0" },
        },
      }),
    hit: ["a", "a"],
    spared: ["b", "b"],
  },
  {
    file: "pnpm-lock.yaml",
    text: (version) =>
      `lockfileVersion: '9.0'\nimporters:\n  a:\n    dependencies:\n      outer:\n        specifier: ^1.0.0\n        version: 1.0.0(peer@2.0.0)\n  b:\n    dependencies:\n      a:\n        specifier: workspace:*\n        version: link:../a\npackages:\n  outer@1.0.0:\n    resolution: {integrity: sha512-x}\n  inner@${version}:\n    resolution: {integrity: sha512-y}\nsnapshots:\n  outer@1.0.0(peer@2.0.0):\n    dependencies:\n      inner: ${version}\n  inner@${version}: {}\n`,
    hit: ["a", "a"],
    spared: ["b", "b"],
  },
  {
    file: "pnpm-lock.yaml",
    text: (version) =>
      `lockfileVersion: 5.4\nimporters:\n  a:\n    specifiers:\n      outer: ^1.0.0\n    dependencies:\n      outer: 1.0.0\n  b:\n    specifiers: {}\npackages:\n  /outer/1.0.0:\n    dependencies:\n      inner: ${version}\n  /inner/${version}:\n    resolution: {integrity: sha512-y}\n`,
    hit: ["a", "a"],
    spared: ["b", "b"],
  },
  {
    file: "yarn.lock",
    text: (version) =>
      `# yarn lockfile v1\n\n\ninner@^1.0.0:\n  version "${version}"\n\nother@^1.0.0:\n  version "1.0.0"\n\nouter@^1.0.0, outer@~1.0.0:\n  version "1.0.0"\n  dependencies:\n    inner "^1.0.0"\n`,
    hit: ["a", "a", "outer@~1.0.0"],
    spared: ["b", "b", "other@^1.0.0"],
  },
  {
    file: "yarn.lock",
    text: (version) =>
      `__metadata:\n  version: 8\n\n"a@workspace:^, a@workspace:a":\n  version: 0.0.0-use.local\n  resolution: "a@workspace:a"\n  dependencies:\n    outer: "npm:^1.0.0"\n  linkType: soft\n\n"inner@npm:^1.0.0":\n  version: ${version}\n  resolution: "inner@npm:${version}"\n  checksum: 10/${version}\n\n"outer@npm:^1.0.0":\n  version: 1.0.0\n  resolution: "outer@npm:1.0.0"\n  dependencies:\n    inner: "catalog:"\n`,
    hit: ["a", "a", "outer@^1.0.0"],
    spared: ["b", "b", "a@workspace:^"],
  },
  {
    file: "bun.lock",
    text: (version) =>
      `{\n  "lockfileVersion": 1,\n  "workspaces": {\n    "": { "name": "root" },\n    "a": { "name": "a", "dependencies": { "@x/outer": "^1.0.0", }, },\n    "b": { "name": "b", "dependencies": { "a": "workspace:*", "inner": "^2.0.0", }, },\n  },\n  "packages": {\n    "a": ["a@workspace:a"],\n    "@x/outer": ["@x/outer@1.0.0", "", { "dependencies": { "inner": "^1.0.0" } }, "sha512-x"],\n    "@x/outer/inner": ["inner@${version}", "", {}, "sha512-y"],\n    "inner": ["inner@2.0.0", "", {}, "sha512-z"],\n  }\n}\n`,
    hit: ["a", "a"],
    spared: ["b", "b"],
  },
  {
    file: "go.sum",
    text: (version) =>
      `example.com/inner v${version} h1:${version}=\nexample.com/inner v${version}/go.mod h1:x=\nexample.com/old v1.0.0/go.mod h1:${version}=\n`,
    hit: ["", "root"],
    spared: ["tools", "tools"],
  },
  {
    file: "Cargo.lock",
    text: (version) =>
      `version = 4\n\n[[package]]\nname = "a"\nversion = "0.1.0"\ndependencies = ["outer"]\n\n[[package]]\nname = "b"\nversion = "0.1.0"\ndependencies = ["a"]\n\n[[package]]\nname = "outer"\nversion = "1.0.0"\nsource = "registry+x"\ndependencies = ["inner"]\n\n[[package]]\nname = "inner"\nversion = "${version}"\nsource = "registry+x"\nchecksum = "${version}"\n`,
    hit: ["a", "a"],
    spared: ["b", "b"],
  },
  {
    file: "uv.lock",
    text: (version) =>
      `version = 1\n\n[[package]]\nname = "a"\nversion = "0.1.0"\nsource = { editable = "a" }\ndependencies = [{ name = "other" }]\n[package.optional-dependencies]\nextra = [{ name = "outer" }]\n\n[[package]]\nname = "b"\nversion = "0.1.0"\nsource = { editable = "b" }\ndependencies = [{ name = "a" }]\n\n[[package]]\nname = "other"\nversion = "1.0.0"\nsource = { registry = "x" }\n\n[[package]]\nname = "outer"\nversion = "1.0.0"\nsource = { registry = "x" }\ndependencies = [{ name = "inner" }]\n\n[[package]]\nname = "inner"\nversion = "${version}"\nsource = { registry = "x" }\n`,
    hit: ["a", "a"],
    spared: ["b", "b"],
  },
  {
    file: "poetry.lock",
    text: (version) =>
      `[[package]]\nname = "Outer_Name"\nversion = "1.0.0"\n[package.dependencies]\ninner = ">=1.0"\n\n[[package]]\nname = "inner"\nversion = "${version}"\n\n[[package]]\nname = "other"\nversion = "1.0.0"\n`,
    hit: ["", "a", "outer-name@^1.0"],
    spared: ["", "a", "other@^1.0"],
  },
];

function rootOf([folder, name, ...requires]: Case["hit"]) {
  return {
    folder,
    name,
    requires: requires.map((text) => {
      const at = text.lastIndexOf("@");
      return { name: text.slice(0, at), range: text.slice(at + 1) };
    }),
  };
}

test.each(cases.map((one, index) => [`${one.file}, ${index}`, one] as const))("%s", (_, one) => {
  const [hit, spared] = [rootOf(one.hit), rootOf(one.spared)];
  const changed = changedResolutions(one.file, one.text("1.0.0"), one.text("1.1.0"), [hit, spared]);
  expect(changed?.map(({ root }) => root)).toEqual([hit]);
  expect(changed?.[0]?.changes.join()).toMatch(/inner: .*1\.0\.0.* → .*1\.1\.0/);
  expect(changedResolutions(one.file, one.text("1.0.0"), one.text("1.0.0"), [hit, spared])).toEqual([]);
});

test.each([
  ["package-lock.json", '{"lockfileVersion": 1, "dependencies": {}}'],
  ["package-lock.json", "<<<<<<< ours"],
  ["pnpm-lock.yaml", "a: &a [*a]"],
  ["bun.lock", "{}"],
  ["go.sum", "what is this"],
  ["Cargo.lock", "= ="],
])("%s that can't be read is no answer, so that everything below counts as changed: %s", (file, text) => {
  expect(changedResolutions(file, text, text, [])).toBeUndefined();
});

test("the registry has every file of the folder, and no file name twice", () => {
  const folder = join(import.meta.dirname, "../../src/lockfiles");
  const others = ["changed-roots.ts", "lockfile.ts", "registry.ts"];
  const modules = readdirSync(folder).filter((name) => !others.includes(name));
  expect(modules.sort()).toEqual(["bun.ts", "go.ts", "npm.ts", "pnpm.ts", "toml.ts", "yarn.ts"]);
  const names = lockfileFormats.flatMap(({ files }) => files);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(lockfileFormats.map(({ id }) => id)).size).toBe(lockfileFormats.length);
});
