/** What holds for any sources: order, lines and comments mean nothing, and hostile text ends. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { java } from "../../src/kinds/java/kind.ts";
import { elementsIn, extractFrom } from "../pairs.ts";

const MEMBERS = [
  "public int a;",
  'public static final String B = "x { y";',
  "public <T extends Comparable<T>> T c(T d, int... e) throws java.io.IOException { if (d == null) { return d; } return d; }",
  "protected A(int f) { this(); }",
  "public A() { }",
  "public enum G { H { void i() { } }, J }",
  "public interface K<L> { L m(); default void n() { } }",
  "public record O(int p, String q) { public O { } }",
  "@Deprecated public abstract static class R extends A implements K<String> { }",
];
const source = (members: readonly string[], between = "\n") => ({
  "A.java": `package p;${between}public class A {${between}${members.join(between)}${between}}`,
});
const subset = fc.shuffledSubarray(MEMBERS);

describe("java properties", () => {
  test("order, lines and comments mean nothing", () => {
    fc.assert(
      fc.property(subset, fc.constantFrom("\n\n", " /* } */ ", "\n// { \n"), (members, between) => {
        const [one, other] = [
          elementsIn(java, source(members), ""),
          elementsIn(java, source(members.toSorted(), between), ""),
        ];
        expect(other.map(({ id, shape }) => [id, shape])).toEqual(one.map(({ id, shape }) => [id, shape]));
        expect(java.compare(one, other)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("what one way adds, the other removes", () => {
    fc.assert(
      fc.property(subset, subset, (before, after) => {
        const [old, young] = [elementsIn(java, source(before), ""), elementsIn(java, source(after), "")];
        const [there, back] = [java.compare(old, young), java.compare(young, old)];
        const pick = (changes: typeof there, effect: string) =>
          changes
            .filter((one) => one.effect === effect)
            .map(({ element }) => element)
            .toSorted();
        expect(pick(back, "removed")).toEqual(pick(there, "added"));
        expect(pick(back, "added")).toEqual(pick(there, "removed"));
      }),
      { numRuns: 60 },
    );
  });

  test("any text ends", { timeout: 60_000 }, () => {
    const pieces = [
      ...MEMBERS,
      "public class ",
      "{",
      "}",
      "(",
      ")",
      "<",
      ">",
      "@A(",
      '"',
      "'",
      '"""',
      "/*",
      "=",
      ";",
      "module a {",
      "record ",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (text) => {
        extractFrom(java, { "A.java": text.join("") }, "");
      }),
      { numRuns: 200 },
    );
    for (const piece of ["<", "(", "{", "class A {", "a.", "@A(", "public class A<T extends ", '"""']) {
      expect(() => extractFrom(java, { "A.java": piece.repeat(2000) }, "")).not.toThrow();
    }
  });
});
