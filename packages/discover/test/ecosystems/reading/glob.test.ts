import fc from "fast-check";
import { expect, test } from "vitest";
import { compileGlobs } from "../../../src/ecosystems/reading/glob.ts";

const CASES: readonly (readonly [pattern: string, path: string, matches: boolean])[] = [
  ["packages/*", "packages/a", true],
  ["packages/*", "packages/a/b", false],
  ["packages/*/", "packages/a", true],
  ["./packages/**", "packages/a/b/c", true],
  ["packages/**", "packages", true],
  ["**/test", "a/b/test", true],
  ["**/test", "test", true],
  ["a/**/b/**/c", "a/x/b/b/y/c", true],
  ["packages/{a,b{1,2}}", "packages/b2", true],
  ["packages/{a,b}", "packages/c", false],
  ["p?ck/[a-c]x", "pack/bx", true],
  ["[!a]x", "ax", false],
  ["*-a-*", "x-a-b-a-c", true],
  ["a.b", "axb", false],
  ["../x", "x", false],
];

test.each(CASES)("%s on %s: %s", (pattern, path, matches) => {
  expect(compileGlobs([pattern])(path)).toBe(matches);
});

test("patterns are relative to a folder, and later ones take away and give back", () => {
  const globs = compileGlobs(["pkgs/*", "!pkgs/old", "pkgs/o*d"], "web");
  expect(["web/pkgs/a", "pkgs/a", "web/pkgs/old"].map(globs)).toEqual([true, false, true]);
});

test("a pattern without specials matches itself alone, and none takes long", () => {
  const segment = fc.stringMatching(/^[a-z.-]{1,8}$/).filter((name) => name !== "." && name !== "..");
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 5 }), (segments) => {
      const path = segments.join("/");
      expect(compileGlobs([path])(path)).toBe(true);
      expect(compileGlobs([`${path}x`])(path)).toBe(false);
      expect(compileGlobs(["**"])(path)).toBe(true);
    }),
  );
  const started = performance.now();
  compileGlobs([`${"**/".repeat(2000)}x`])("a/".repeat(2000));
  compileGlobs(["{a,b}".repeat(500)])("a".repeat(500));
  compileGlobs([`${"*a".repeat(2000)}b`])("a".repeat(4000));
  expect(performance.now() - started).toBeLessThan(2000);
});
