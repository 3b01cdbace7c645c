/** What holds for every module, checked on generated ones. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change, ShapedElement } from "../../src/kind.ts";
import { python } from "../../src/kinds/python/kind.ts";
import { elementsIn, type Files } from "../pairs.ts";

const type = fc.constantFrom("int", "str | None", "list[int]", "Alpha", "Callable[[int], str]", "'Beta'");
const fallback = fc.constantFrom("", "1", "None", "'a'", "(1, 2)");

const declaration = fc
  .record({
    name: fc.constantFrom("Alpha", "Beta", "gamma", "delta", "_omega"),
    form: fc.integer({ min: 0, max: 5 }),
    a: type,
    b: type,
    value: fallback,
  })
  .map(({ name, form, a, b, value }) => ({ name, text: textOf(name, form, a, b, value) }));
const declarations = fc.uniqueArray(declaration, { selector: ({ name }) => name, minLength: 1, maxLength: 5 });

function textOf(name: string, form: number, a: string, b: string, value: string): string {
  const given = value === "" ? "" : ` = ${value}`;
  switch (form) {
    case 0:
      return `def ${name}(x: ${a}${given}) -> ${b}: ...`;
    case 1:
      return `${name}: ${a}${given}`;
    case 2:
      return `class ${name}:\n    a: ${a}${given}\n    def b(self, x: ${b}): ...`;
    case 3:
      return `async def ${name}(*args: ${a}, **more: ${b}): ...`;
    case 4:
      return `${name} = ${value === "" ? "0" : value}`;
    default:
      return `class ${name}(Exception):\n    @property\n    def a(self) -> ${a}: ...`;
  }
}

type Items = readonly { readonly text: string }[];

function file(items: Items, gap = "\n"): string {
  return `from typing import Callable\n${items.map(({ text }) => text).join(gap)}\n`;
}

function elements(files: Files): readonly ShapedElement[] {
  return elementsIn(python, files, "mod.py");
}

function facts(files: Files): unknown {
  return elements(files).map(({ id, shape }) => [id, shape]);
}

function keys(changes: readonly Change[], effect: Change["effect"]): string[] {
  const found = changes.filter((change) => change.effect === effect).map(({ element }) => element);
  return [...new Set(found)].sort();
}

test("a module differs in nothing from itself", () => {
  fc.assert(
    fc.property(declarations, (items) => {
      expect(python.compare(elements(file(items)), elements(file(items)))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("what is added one way is removed the other way", () => {
  fc.assert(
    fc.property(declarations, declarations, (a, b) => {
      const [old, young] = [elements(file(a)), elements(file(b))];
      const [there, back] = [python.compare(old, young), python.compare(young, old)];
      expect(keys(there, "added")).toEqual(keys(back, "removed"));
      expect(keys(there, "removed")).toEqual(keys(back, "added"));
    }),
    { numRuns: 100 },
  );
});

test("ids and shapes depend on neither order, lines, formatting nor comments", () => {
  fc.assert(
    fc.property(declarations, fc.boolean(), (items, reversed) => {
      const moved = reversed ? items.toReversed() : items;
      const formatted = `# head\n\n${file(moved, "\n\n# between\n\n").replaceAll(", ", " ,  ").replaceAll(" = ", "  =  ").replaceAll("'a'", '"a"').replaceAll("    ", "\t")}`;
      expect(facts(formatted)).toEqual(facts(file(items)));
    }),
    { numRuns: 100 },
  );
});

test("ids do not depend on the order of files", () => {
  fc.assert(
    fc.property(declarations, (items) => {
      const split = Object.fromEntries([
        ["p/__init__.py", ""],
        ...items.map((item, at) => [`p/m${at}.py`, file([item])] as const),
      ]);
      expect(facts(Object.fromEntries(Object.entries(split).reverse()))).toEqual(facts(split));
    }),
    { numRuns: 50 },
  );
});

test("any text is read in bounded time", () => {
  const word = fc.constantFrom(
    "def",
    "class",
    "(",
    ")",
    ":",
    "[",
    "]",
    "a",
    "=",
    "*",
    "/",
    ",",
    "\n",
    "    ",
    '"',
    "'",
    "import",
    "from",
    ".",
    "@",
    "->",
    "|",
    "async",
    "lambda",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const found = elements(words.join(" "));
      expect(python.compare(found, found)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
