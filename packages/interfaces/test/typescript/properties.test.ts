/** What holds for every library, checked on generated ones. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change } from "../../src/kind.ts";
import { typescript } from "../../src/kinds/typescript/kind.ts";
import { extract, packageOf, place, verdict } from "./package.ts";
import type { Files } from "./package.ts";

const type = fc.constantFrom(
  "string",
  "number",
  "string | undefined",
  "readonly string[]",
  "Promise<number>",
  "{ a: string; b?: number }",
  "(x: string) => void",
);
const name = fc.constantFrom("alpha", "beta", "gamma", "delta", "omega");

const declaration = fc.oneof(
  fc
    .record({ name, input: type, output: type })
    .map(({ name, input, output }) => ({ name, text: `export declare function ${name}(a: ${input}): ${output};` })),
  fc
    .record({ name, output: type })
    .map(({ name, output }) => ({ name, text: `export declare const ${name}: ${output};` })),
  fc
    .record({ name, a: type, b: type })
    .map(({ name, a, b }) => ({ name, text: `export interface ${name} { a: ${a}; b?: ${b} }` })),
  fc.record({ name, a: type, b: type }).map(({ name, a, b }) => ({
    name,
    text: `export declare class ${name} { constructor(x: ${a}); get(): ${b}; private secret: ${a} }`,
  })),
  fc.record({ name, a: type }).map(({ name, a }) => ({ name, text: `export type ${name} = ${a} | null;` })),
);
const module = fc.uniqueArray(declaration, { selector: (item) => item.name, minLength: 1, maxLength: 5 });

function text(items: readonly { readonly text: string }[], gap = "\n"): string {
  return items.map((item) => item.text).join(gap);
}

function keys(changes: readonly Change[], effect: Change["effect"]): string[] {
  return changes
    .filter((change) => change.effect === effect)
    .map((change) => change.element)
    .sort();
}

test("a library differs in nothing from itself", () => {
  fc.assert(
    fc.property(module, (items) => {
      expect(typescript.compare(extract(text(items)).elements, extract(text(items)).elements)).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test("what is added one way is removed the other way", () => {
  fc.assert(
    fc.property(module, module, (a, b) => {
      const [before, after] = [extract(text(a)).elements, extract(text(b)).elements];
      const [there, back] = [typescript.compare(before, after), typescript.compare(after, before)];
      expect(keys(there, "added")).toEqual(keys(back, "removed"));
      expect(keys(there, "removed")).toEqual(keys(back, "added"));
    }),
    { numRuns: 15 },
  );
});

test("two libraries that both say compatible both ways have the same ids", () => {
  fc.assert(
    fc.property(module, module, (a, b) => {
      const [before, after] = [extract(text(a)).elements, extract(text(b)).elements];
      const both = [typescript.compare(before, after), typescript.compare(after, before)];
      if (both.some((changes) => verdict(changes) !== "compatible")) return;
      const tops = (list: typeof before): string[] =>
        list.map((element) => element.id).filter((id) => /#\w+$/.test(id));
      expect(tops(before)).toEqual(tops(after));
    }),
    { numRuns: 15 },
  );
});

test("ids and shapes do not depend on order, lines, formatting and comments", () => {
  fc.assert(
    fc.property(module, fc.boolean(), (items, reversed) => {
      const plain = extract(text(items)).elements;
      const moved = reversed ? items.toReversed() : items;
      const formatted = `// header\n\n${text(moved, "\n\n/* between */\n").replaceAll(": ", " :  ").replaceAll("{ ", "{\n  ")}\n// end\n`;
      const other = extract(formatted).elements;
      const facts = (list: typeof plain): unknown =>
        list
          .map(({ id, shape }) => [id, shape])
          .filter(([id]) => id !== "declarations")
          .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
      expect(facts(other)).toEqual(facts(plain));
      expect(verdict(typescript.compare(plain, other))).toBe("compatible");
    }),
    { numRuns: 15 },
  );
});

function facts(files: Files): unknown {
  const { elements } = typescript.extract([], place(files));
  return elements.filter(({ id }) => id !== "declarations").map(({ id, shape }) => [id, shape]);
}

test("ids and shapes do not depend on which file declares what, nor on the order of files", () => {
  fc.assert(
    fc.property(module, (items) => {
      const split: Record<string, string> = {
        "src/index.ts": items.map((_, at) => `export * from "./m${at}.ts";`).join("\n"),
      };
      for (const [at, item] of items.entries()) split[`src/m${at}.ts`] = item.text;
      const reversed: Files = Object.fromEntries(Object.entries(packageOf(split)).reverse());
      expect(facts(packageOf(split))).toEqual(facts(packageOf(text(items))));
      expect(typescript.extract([], place(reversed)).elements).toEqual(
        typescript.extract([], place(packageOf(split))).elements,
      );
    }),
    { numRuns: 12 },
  );
});
