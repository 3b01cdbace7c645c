/** Rules about the repository itself: what review would say twice. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseCharter } from "@freehold/model";
import { describe, expect, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), "utf8");
const layers = parseCharter(read("product.yaml")).charter?.layers ?? [];
const rowOf = (name: string) => layers.findIndex((row) => row.includes(name));
const sources = globSync("packages/*/src/**/*.{ts,tsx}", { cwd: root });
const imported = (path: string) =>
  [...read(path).matchAll(/(?:from|import)\s*\(?\s*"@freehold\/([^"]+)"/g)].map((match) => match[1] ?? "");

/** `interfaces` and `interfaces/kinds`: what others may import of a package. */
function entriesOf(manifest: string): string[] {
  const { exports = {} } = JSON.parse(read(manifest)) as { exports?: Record<string, string> };
  return Object.keys(exports).map((entry) => join(dirname(manifest).slice("packages/".length), entry));
}

test("only `freehold assess`, where a person asks for it, can run what a repository says", () => {
  const users = sources.filter((path) => /@freehold\/engine\/clean-copy|clean-copy\/clean-copy\.ts/.test(read(path)));
  expect(users).toEqual(["packages/cli/src/commands/assess.ts"]);
});

describe("layers", () => {
  test("every package has a row in product.yaml", () => {
    const packages = globSync("packages/*/package.json", { cwd: root }).map((path) => path.split("/")[1] ?? "");
    expect(layers.flat().sort()).toEqual(packages.sort());
  });

  test("a package imports only from rows above its own, and only through an entry that it exports", () => {
    const entries = new Set(globSync("packages/*/package.json", { cwd: root }).flatMap(entriesOf));
    const wrong = sources.flatMap((path) => {
      const from = path.split("/")[1] ?? "";
      return imported(path)
        .filter((to) => !entries.has(to) || rowOf(to.split("/")[0] ?? "") >= rowOf(from))
        .map((to) => `${path} imports ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  test("a package declares exactly the packages that it imports", () => {
    for (const manifest of globSync("packages/*/package.json", { cwd: root })) {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read(manifest));
      const declared = Object.keys({ ...dependencies, ...devDependencies }).filter((name) =>
        name.startsWith("@freehold/"),
      );
      const used = globSync(`${dirname(manifest)}/{src,test}/**/*.{ts,tsx}`, { cwd: root }).flatMap(imported);
      expect(declared.sort(), manifest).toEqual(
        [...new Set(used.map((name) => name.split("/")[0] ?? ""))].map((name) => `@freehold/${name}`).sort(),
      );
    }
  });
});

test("an index lists and holds no code", () => {
  for (const path of globSync("packages/*/src/index.ts", { cwd: root })) {
    const code = read(path)
      .replaceAll(/\/\*[\s\S]*?\*\//g, "")
      .replaceAll(/export (?:type )?(?:\*|\{[^}]*\}) from "[^"]+";/g, "");
    expect(code.trim(), path).toBe("");
  }
});

test("links in the documents point at files that exist", () => {
  const dead = globSync("{*.md,docs/**/*.md,packages/*/*.md}", { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)]
      .map((match) => match[1] ?? "")
      .filter((target) => !existsSync(join(root, dirname(path), target)))
      .map((target) => `${path}: ${target}`),
  );
  expect(dead).toEqual([]);
});
