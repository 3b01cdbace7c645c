/** Repositories that want to hurt whoever reads them: each ends in a report with clear problems. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Snapshot } from "@freehold/model";
import { afterAll, expect, test } from "vitest";
import { makeRepository, temporaryFolder } from "./repository-maker.ts";
import { visible } from "../src/terminal.ts";
import { freehold } from "./run.ts";

const folder = temporaryFolder();
process.env["XDG_CACHE_HOME"] = join(folder.path, "cache");
afterAll(() => folder.remove());

async function scanned(path: string): Promise<Snapshot> {
  const { code, out, err } = await freehold(folder.path, "scan", path, "--json");
  expect(code, err).toBe(0);
  return JSON.parse(out) as Snapshot;
}

const bomb = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
  .concat(
    Array.from(
      { length: 12 },
      (_, index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(",")}]`,
    ),
  )
  .join("\n");

test("manifests that are bombs, broken or endlessly deep are problems with their place", async () => {
  const repository = makeRepository(join(folder.path, "bombs"));
  const deep = 100_000;
  repository.commit("Ada Lovelace", "Begin", {
    "package.json": '{"name":"fine","version":"1.0.0"}',
    "packages/deep/package.json": `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`,
    "packages/broken/package.json": '{"name": "broken",\n  oops\n}',
    "pnpm-workspace.yaml": `${bomb}\npackages: *a12\n`,
    "compose.yaml": `${bomb}\nservices: *a12\n`,
    "catalog-info.yaml": bomb,
    "product.yaml": `name: Bombs\n${bomb}\n`,
    ".github/CODEOWNERS": `${"*a".repeat(5000)} @somebody\n`,
    "broken.go": "package main\nimport (\n",
    "src/broken.ts": `import { ${"a,".repeat(1000)} from\n${"(".repeat(20_000)}`,
    "Cargo.toml": "[package\nname=",
    "pyproject.toml": `x = ${"[".repeat(20_000)}`,
  });
  const { problems, units } = await scanned(repository.path);
  expect(units.map(({ name }) => name)).toContain("fine");
  const paths = new Set(problems.map(({ path }) => path));
  for (const path of [
    "packages/deep/package.json",
    "packages/broken/package.json",
    "product.yaml",
    "Cargo.toml",
    "pyproject.toml",
  ]) {
    expect(paths, path).toContain(path);
  }
  expect(problems.find(({ path }) => path === "packages/broken/package.json")).toMatchObject({ line: 2 });
});

test("nothing that a repository configures is executed", async () => {
  const repository = makeRepository(join(folder.path, "trap"));
  repository.commit("Ada Lovelace", "Begin", {
    "package.json": '{"name":"trap","version":"1.0.0"}',
    ".gitattributes": "* filter=trap diff=trap\n",
  });
  const sprung = join(folder.path, "sprung");
  const trap = `touch ${sprung}`;
  for (const key of [
    "core.fsmonitor",
    "core.sshCommand",
    "core.pager",
    "diff.external",
    "diff.trap.textconv",
    "filter.trap.clean",
    "filter.trap.smudge",
    "gpg.program",
    "core.hooksPath",
  ]) {
    repository.git("config", key, key === "core.hooksPath" ? folder.path : trap);
  }
  repository.git("config", "log.showSignature", "true");
  repository.write({ "package.json": '{"name":"trap","version":"1.0.1"}' });
  await scanned(repository.path);
  expect((await freehold(folder.path, "check", repository.path)).code).toBe(1);
  expect(existsSync(sprung)).toBe(false);
});

test("no commits, links in circles, strange names", async () => {
  const empty = makeRepository(join(folder.path, "empty"));
  expect((await scanned(empty.path)).problems.map(({ code }) => code)).toContain("repository/no-commits");
  const strange = makeRepository(join(folder.path, "strange"));
  mkdirSync(join(strange.path, "loop"));
  symlinkSync("..", join(strange.path, "loop/around"));
  strange.commit("Ada Lovelace", "Begin", {
    "new\nline/package.json": '{"name":"strange","version":"1.0.0"}',
    "a \\ b.ts": "export {};\n",
  });
  expect((await scanned(strange.path)).units.map(({ name }) => name)).toContain("strange");
  strange.git("checkout", "-q", "--detach");
  const [repository] = (await scanned(strange.path)).repositories;
  expect(repository).toMatchObject({ files: 3 });
  expect(repository?.branch).toBeUndefined();
});

test("names cannot steer the terminal, and colours stay", () => {
  const esc = String.fromCodePoint(0x1b);
  // A line end of Windows stays, a lone carriage return would write over the line.
  expect(visible("a\r\nb\rc")).toBe("a\r\nbc");
  expect(visible(`a${esc}]0;title\u0007b${esc}[2Jc${esc}[31mred${esc}[39m\n\td\u009b`)).toBe(
    `a]0;titleb[2Jc${esc}[31mred${esc}[39m\n\td`,
  );
});

test("init --force replaces a planted link and leaves what it points at", async () => {
  const victim = join(folder.path, "victim");
  writeFileSync(victim, "precious");
  const repository = makeRepository(join(folder.path, "planted"));
  symlinkSync(victim, join(repository.path, "product.yaml"));
  repository.commit("Ada Lovelace", "Begin", { "package.json": '{"name":"planted","version":"1.0.0"}' });
  expect((await freehold(repository.path, "init", "--force")).code).toBe(0);
  expect(readFileSync(victim, "utf8")).toBe("precious");
  expect(readFileSync(join(repository.path, "product.yaml"), "utf8")).toContain("name: planted");
});
