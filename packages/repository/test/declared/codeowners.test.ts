import fc from "fast-check";
import ignore from "ignore";
import { describe, expect, test } from "vitest";
import { declaredIn } from "./declared-in.ts";
import { matchesGlob, parseGlob } from "../../src/declared/glob.ts";

function ownersOf(text: string, path: string, file = ".github/CODEOWNERS"): string[] {
  return declaredIn([{ path: file, text }])
    .of(path)
    .map(({ owner }) => owner.text);
}

describe("GitHub", () => {
  test.each([
    ["* @all\n*.js @web", "src/a.js", ["web"]],
    ["*.js @web\n* @all", "src/a.js", ["all"]],
    ["/docs/ @docs\n", "docs/deep/x.md", ["docs"]],
    ["docs/* @docs", "docs/a.md", ["docs"]],
    ["docs/* @docs", "docs/deep/a.md", []],
    ["apps/ @apps", "x/apps/a", ["apps"]],
    ["/apps/web @web\n/apps/web/vendored", "apps/web/vendored/x", []],
    ["/src/**/test @qa", "src/a/b/test/x.ts", ["qa"]],
    ["a\\ b.txt @space # why", "a b.txt", ["space"]],
    ["/x jane@acme.com @acme/core", "x", ["jane@acme.com", "@acme/core"]],
  ])("%j gives %s to %j", (text, path, owners) => {
    expect(ownersOf(text, path)).toEqual(owners);
  });

  test("says which lines the host ignores", () => {
    const { problems } = declaredIn([{ path: "CODEOWNERS", text: "!a @x\n[ab].js @y\n* nobody" }]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ["codeowners/unsupported-pattern", 1],
      ["codeowners/unsupported-pattern", 2],
      ["codeowners/invalid-owner", 3],
    ]);
  });

  test("one file counts, the others are reported", () => {
    const files = [".github/CODEOWNERS", "docs/CODEOWNERS"].map((path) => ({ path, text: `* @${path.slice(1, 5)}` }));
    const declared = declaredIn(files);
    expect(declared.of("a").map(({ rule }) => rule.path)).toEqual([".github/CODEOWNERS"]);
    expect(declared.problems[0]?.code).toBe("codeowners/shadowed");
  });
});

describe("GitLab", () => {
  const text = "* @default\n[Docs][2] @writers\ndocs/\n*.md @editor\n^[Web]\n/web/ @web\n!/web/generated/\n";
  test.each([
    ["docs/a.txt", ["default", "writers"]],
    ["docs/a.md", ["default", "editor"]],
    ["web/x.ts", ["default", "web"]],
    ["web/generated/x.ts", ["default"]],
  ])("sections answer for themselves: %s", (path, owners) => {
    expect(ownersOf(text, path, ".gitlab/CODEOWNERS").toSorted()).toEqual(owners.toSorted());
  });

  test("keeps approvals and what is optional", () => {
    const { rules } = declaredIn([{ path: "CODEOWNERS", text }]);
    expect(rules.map(({ section, approvals, optional }) => [section, approvals, optional])).toContainEqual([
      "Docs",
      2,
      false,
    ]);
    expect(rules.some(({ section, optional }) => section === "Web" && optional === true)).toBe(true);
  });
});

describe("patterns", () => {
  const segment = fc.constantFrom("a", "b", "ab", "a.js", "test");
  const pattern = fc
    .tuple(
      fc.boolean(),
      fc.array(fc.constantFrom("a", "b*", "?b", "**", "*.js", "test"), { minLength: 1, maxLength: 4 }),
    )
    .filter(([, parts]) => parts.at(-1) !== "**")
    .map(([rooted, parts]) => (rooted ? "/" : "") + parts.join("/"));

  test("agree with gitignore where the syntaxes do", () => {
    fc.assert(
      fc.property(pattern, fc.array(segment, { minLength: 1, maxLength: 5 }), (text, path) => {
        const glob = parseGlob(text, { relativeAnywhere: false, folderWithoutSlash: true });
        expect(matchesGlob(glob, path)).toBe(ignore().add(text).ignores(path.join("/")));
      }),
      { numRuns: 2_000 },
    );
  });

  test("hostile patterns end", () => {
    const path = Array.from({ length: 200 }, () => "a".repeat(50));
    const glob = parseGlob(`/${"**/".repeat(50)}${"*a".repeat(40)}b`, {
      relativeAnywhere: false,
      folderWithoutSlash: true,
    });
    const start = performance.now();
    expect(matchesGlob(glob, path)).toBe(false);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test("ten thousand paths against two thousand rules", () => {
    const text = Array.from({ length: 2_000 }, (_, index) => `/packages/p${index}/ @o${index}`).join("\n");
    const declared = declaredIn([{ path: "CODEOWNERS", text }]);
    const start = performance.now();
    let right = 0;
    for (let index = 0; index < 10_000; index++) {
      const [first] = declared.of(`packages/p${index % 2_000}/src/x.ts`);
      if (first?.owner.text === `o${index % 2_000}`) right++;
    }
    expect(right).toBe(10_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
