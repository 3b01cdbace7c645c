/** What holds for every module, checked on generated ones. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change, ShapedElement } from "../../src/kind.ts";
import { go } from "../../src/kinds/go/kind.ts";
import { elementsIn, type Files } from "../pairs.ts";

const NAMES = ["Alpha", "Beta", "Gamma", "delta", "omega"];
const type = fc.constantFrom(
  "int",
  "string",
  "[]Alpha",
  "map[string]*Beta",
  "func(int) error",
  "io.Reader",
  "struct{ A int }",
  "delta",
);

const declaration = fc
  .record({ name: fc.constantFrom(...NAMES), form: fc.integer({ min: 0, max: 6 }), a: type, b: type })
  .map(({ name, form, a, b }) => ({ name, text: textOf(name, form, a, b) }));
const declarations = fc.uniqueArray(declaration, { selector: ({ name }) => name, minLength: 1, maxLength: 5 });

function textOf(name: string, form: number, a: string, b: string): string {
  switch (form) {
    case 0:
      return `func ${name}(x ${a}) ${b} { panic("{") }`;
    case 1:
      return `var ${name} ${a}`;
    case 2:
      return `type ${name} struct { A ${a}; B ${b} }\nfunc (r *${name}) Get() ${b} { panic(0) }`;
    case 3:
      return `type ${name} interface { Do(x ${a}) ${b} }`;
    case 4:
      return `type ${name} = ${a}`;
    case 5:
      return `type ${name}[T any] []T`;
    default:
      return `const ${name} = 3 << 2`;
  }
}

type Items = readonly { readonly text: string }[];

function file(items: Items, gap = "\n"): string {
  return `package p\nimport "io"\n${items.map(({ text }) => text).join(gap)}\n`;
}

function elements(files: Files): readonly ShapedElement[] {
  return elementsIn(go, files, "p.go");
}

function facts(files: Files): unknown {
  return elements(files).map(({ id, shape }) => [id, shape]);
}

function keys(changes: readonly Change[], effect: Change["effect"]): string[] {
  return [...new Set(changes.filter((change) => change.effect === effect).map(({ element }) => element))]
    .filter((id) => !id.includes(".", 2))
    .sort();
}

test("a module differs in nothing from itself", () => {
  fc.assert(
    fc.property(declarations, (items) => {
      expect(go.compare(elements(file(items)), elements(file(items)))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("what is added one way is removed the other way", () => {
  fc.assert(
    fc.property(declarations, declarations, (a, b) => {
      const [old, young] = [elements(file(a)), elements(file(b))];
      const [there, back] = [go.compare(old, young), go.compare(young, old)];
      expect(keys(there, "added")).toEqual(keys(back, "removed"));
      expect(keys(there, "removed")).toEqual(keys(back, "added"));
    }),
    { numRuns: 100 },
  );
});

test("ids and shapes depend on neither order, lines, formatting, comments nor files", () => {
  fc.assert(
    fc.property(declarations, fc.boolean(), (items, reversed) => {
      const plain = facts(file(items));
      const moved = reversed ? items.toReversed() : items;
      const formatted = `// head\n\n${file(moved, "\n\n/* between } */\n").replaceAll("; ", "\n\t").replaceAll("{ ", "{\n\t")}`;
      expect(facts(formatted)).toEqual(plain);
      const split = Object.fromEntries(moved.map((item, at) => [`f${at}.go`, file([item])]));
      expect(facts(split)).toEqual(plain);
      expect(facts(Object.fromEntries(Object.entries(split).reverse()))).toEqual(plain);
    }),
    { numRuns: 100 },
  );
});

test("any text is read in bounded time, with problems at worst", () => {
  const word = fc.constantFrom(
    "package",
    "type",
    "func",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "T",
    "=",
    "*",
    "interface",
    "struct",
    "\n",
    '"',
    "`",
    "/*",
    "//",
    ".",
    "iota",
    "const",
    "1",
    "<-",
    "chan",
    "map",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const found = elements(`package p\n${words.join(" ")}`);
      expect(go.compare(found, found)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
