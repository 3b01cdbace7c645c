/** Documents point at what is there. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), "utf8");
const documents = globSync(["*.md", "docs/**/*.md", "packages/*/*.md", "deploy/*.md"], { cwd: root });

/** What a pattern names in texts, as `file: name`, where nothing is at that place. */
function absent(paths: readonly string[], pattern: RegExp, placeOf: (name: string, path: string) => string): string[] {
  return paths.flatMap((path) =>
    [...read(path).matchAll(pattern)]
      .map((match) => match[1] ?? "")
      .filter((name) => !existsSync(join(root, placeOf(name, path))))
      .map((name) => `${path}: ${name}`),
  );
}

test("every link of a document leads to a file", () => {
  const relative = /\]\((?!\w+:|#|\/\/)([^)#\s]+)/g;
  expect(absent(documents, relative, (name, path) => join(dirname(path), name))).toEqual([]);
});

test("every file of this repository that a document names in code exists", () => {
  const named = /`((?:packages|bench|docs|deploy|tests|ci)\/[\w./-]+\.\w+)`/g;
  // What was once changed may be gone since, and decisions tell of their day.
  const current = documents.filter((path) => path !== "CHANGELOG.md" && !path.startsWith("docs/decisions/"));
  expect(absent(current, named, (name) => name)).toEqual([]);
});

test("every document that a program names exists", () => {
  const sources = globSync("packages/*/src/**/*.{ts,tsx}", { cwd: root });
  expect(absent(sources, /\b(docs\/[\w/-]+\.md)\b/g, (name) => name)).toEqual([]);
});
