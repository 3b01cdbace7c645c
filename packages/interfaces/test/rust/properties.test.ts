/** What holds for any crate: order, lines and comments mean nothing, and hostile text ends. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rust } from "../../src/kinds/rust/kind.ts";
import { elementsIn, extractFrom, verdict } from "../pairs.ts";

const MANIFEST = '[package]\nname = "shop"\nversion = "1.0.0"\nedition = "2021"\n';
const ITEMS = [
  "pub struct A<T> { pub x: T, y: u8 }",
  "pub enum B { C, D(u8), E { f: String } }",
  "pub trait F { type G; fn h(&self) -> Self::G; fn i(&self) {} }",
  "impl<T: Clone> A<T> { pub fn j(&self, k: &str) -> Option<&T> { None } }",
  "impl F for A<u8> { type G = u8; fn h(&self) -> u8 { 1 } }",
  "pub mod l { pub use super::A; pub const M: usize = 1; }",
  "pub fn n<'a>(o: &'a [u8], p: impl Into<String>) -> &'a u8 { todo!() }",
  "#[macro_export] macro_rules! q { ($r:expr) => {} }",
  "pub type S = Vec<B>;",
  '#[cfg(feature = "t")] pub use l::M;',
];
const crate = (items: readonly string[], between = "\n") => ({
  "Cargo.toml": MANIFEST,
  "src/lib.rs": items.join(between),
});
const subset = fc.shuffledSubarray(ITEMS);

describe("rust properties", () => {
  test("order, lines and comments mean nothing", () => {
    fc.assert(
      fc.property(subset, fc.constantFrom("\n", "\n\n\n", "\n// note\n", "\n/* a { b */\n"), (items, between) => {
        const [one, other] = [
          elementsIn(rust, crate(items), ""),
          elementsIn(rust, crate(items.toSorted(), between), ""),
        ];
        expect(other.map(({ id, shape }) => [id, shape])).toEqual(one.map(({ id, shape }) => [id, shape]));
        expect(rust.compare(one, other)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("what one way adds, the other removes", () => {
    fc.assert(
      fc.property(subset, subset, (before, after) => {
        const [old, young] = [elementsIn(rust, crate(before), ""), elementsIn(rust, crate(after), "")];
        const [there, back] = [rust.compare(old, young), rust.compare(young, old)];
        const pick = (changes: typeof there, effect: string) =>
          changes.filter((one) => one.effect === effect).map(({ element }) => element);
        expect(pick(back, "removed").toSorted()).toEqual(pick(there, "added").toSorted());
        expect(pick(back, "added").toSorted()).toEqual(pick(there, "removed").toSorted());
        expect(pick(there, "removed").length > 0).toBe(
          there.some((one) => one.effect === "removed" && verdict([one]) !== "compatible"),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("any text ends", { timeout: 60_000 }, () => {
    const pieces = [
      ...ITEMS,
      "pub ",
      "mod a;",
      "use a::{",
      "<",
      ">",
      "{",
      "}",
      "'",
      '"',
      "#[cfg(",
      "macro!{",
      "->",
      "::",
      "/*",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (text) => {
        extractFrom(rust, crate(text, ""), "");
      }),
      { numRuns: 200 },
    );
    for (const piece of ["<", "(", "{", "mod a {", "a::", "&", "pub use a::{", "#[cfg(all(", "impl<T> A<"]) {
      expect(() => extractFrom(rust, crate([piece.repeat(1500)]), "")).not.toThrow();
    }
  });
});
