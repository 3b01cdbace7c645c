/** Hostile nesting: a file that can't be read is said to be unknown, in bounded time, by every kind that parses code. */
import { describe, expect, test } from "vitest";
import { interfaceKind } from "../../src/registry.ts";
import { elementsIn, type Files } from "../pairs.ts";

const DEEP = 20_000;
const open = "(".repeat(DEEP);

const FILES: readonly (readonly [string, string, Files])[] = [
  ["go", "brackets", { "go.mod": "module a\n", "a.go": `package a\nvar X = ${open}1` }],
  ["go", "structs", { "go.mod": "module a\n", "a.go": `package a\ntype X ${"struct{A ".repeat(DEEP)}int` }],
  ["python", "lists", { "pyproject.toml": "[project]\nname='a'\n", "a/__init__.py": `x = ${"[".repeat(DEEP)}` }],
  ["cli", "an option", { "a.py": `import argparse\np = argparse.ArgumentParser()\np.add_argument(${open}` }],
  ["environment", "calls", { "a.js": `run(process.env.A, ${"f(".repeat(DEEP)}process.env.B` }],
  ["environment", "members", { "a.js": `x = process.env${".b".repeat(DEEP)}` }],
  ["environment", "Rust", { "src/main.rs": `fn main() { std::env::var("A"); ${open} }` }],
];

describe("nesting", () => {
  for (const [id, what, files] of FILES) {
    test(`${id}: ${what}`, () => {
      const kind = interfaceKind(id);
      if (kind === undefined) throw new Error(id);
      const elements = elementsIn(kind, files, "");
      const deeper = Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path, path.endsWith(".toml") ? text : `${text} 1`]),
      );
      expect(elements.some(({ id: one }) => one.startsWith("unread "))).toBe(true);
      expect(kind.compare(elements, elements)).toEqual([]);
      const classes = kind.compare(elements, elementsIn(kind, deeper, "")).map((change) => change.class);
      expect(classes).toContain("unknown");
    });
  }
});
