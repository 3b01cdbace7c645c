import { expect, test } from "vitest";
import { at, items, scalarText, text } from "../../../src/ecosystems/reading/node.ts";
import { readYaml } from "../../../src/ecosystems/reading/yaml.ts";

test("values have the line of their key; versions keep their text", () => {
  const { root } = readYaml("# head\na:\n  b: 1.10\n  c:\n    - x\n", "test");
  expect(at(root, "a", "b")).toMatchObject({ line: 3, column: 3 });
  expect(scalarText(at(root, "a", "b"))).toBe("1.10");
  expect(items(at(root, "a", "c"))[0]?.line).toBe(5);
});

test("anchors and merge keys are followed", () => {
  const { root } = readYaml("base: &b { x: one, y: two }\nuse:\n  <<: *b\n  y: own\nlist: [*b]\n", "test");
  expect([text(at(root, "use", "x")), text(at(root, "use", "y"))]).toEqual(["one", "own"]);
  expect(text(at(items(at(root, "list"))[0], "x"))).toBe("one");
});

test("only the first document is read", () => {
  expect(text(at(readYaml("# c\n---\na: x\n---\na: y\n", "test").root, "a"))).toBe("x");
});

const HOSTILE: readonly (readonly [string, string])[] = [
  ["ten levels of nine aliases each", bomb()],
  ["an anchor inside itself", "a: &a [*a]"],
  ["dashes", "- ".repeat(100_000)],
  ["brackets", "[".repeat(100_000)],
  ["indentation", Array.from({ length: 1400 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ["anchors", "&a ".repeat(100_000)],
  ["tags", "!a ".repeat(100_000)],
  ["carriage returns", "\r".repeat(100_000)],
  ["documents", "---\n".repeat(100_000)],
  ["closing brackets", "}".repeat(100_000)],
  ["length", "a: b\n".repeat(1_000_000)],
];

test.each(HOSTILE)("%s end soon", (_, source) => {
  const started = performance.now();
  readYaml(source, "test");
  expect(performance.now() - started).toBeLessThan(10_000);
});

function bomb(): string {
  const levels = Array.from(
    { length: 10 },
    (_, n) =>
      `a${n}: &a${n} [${Array(9)
        .fill(n === 0 ? "x" : `*a${n - 1}`)
        .join(",")}]`,
  );
  return levels.join("\n");
}
