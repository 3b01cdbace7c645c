import { memoryTree, noCache, type Past } from "@freehold/repository";
import { expect, test } from "vitest";
import { halfDoneByProduct } from "../../src/facts/half-done/of-product.ts";
import { readHalfDone } from "../../src/facts/half-done/read.ts";
import { halfDoneText } from "../../src/facts/half-done/text.ts";

const off = (path: string, text: string) => halfDoneText(path, text)?.off.map(([line]) => line) ?? [];
const notes = (path: string, text: string) => halfDoneText(path, text)?.notes.map(([line]) => line) ?? [];

test("a test that is switched off where it stands, in each language's way", () => {
  expect(off("a.test.ts", 'it("runs", () => {});\nit.skip("dims", () => {});\nxdescribe("lamp", () => {});')).toEqual([
    2, 3,
  ]);
  expect(off("a.test.js", "test.todo('dims')\ndescribe.skip.each([1])('of %d', () => {})")).toEqual([1, 2]);
  expect(off("a.test.js", "test('dims', { skip: true }, () => {})\ntest('x', { skip: isWindows }, run)")).toEqual([1]);
  expect(off("test_a.py", "@pytest.mark.skip(reason='later')\ndef test_a(): ...\n")).toEqual([1]);
  expect(off("a_test.go", 'func TestA(t *testing.T) {\n\tt.Skip("later")\n}\n')).toEqual([1]);
  expect(off("src/a.rs", '#[test]\n#[ignore = "slow"]\nfn a() {}\n')).toEqual([2]);
  expect(off("ATest.java", "  @Disabled\n  @Test void a() {}\n")).toEqual([1]);
  expect(off("ATest.cs", '  [Fact(Skip = "later")]\n')).toEqual([1]);
  expect(off("a_spec.rb", 'xit "dims" do\nend\n')).toEqual([1]);
  expect(off("a_test.exs", '@tag :skip\ntest "dims" do\nend\n')).toEqual([1]);
});

test("a test that is left out on a condition, spoken of, or quoted is not switched off", () => {
  expect(off("a.test.ts", "test.skip(browser === 'webkit', 'no');\nit.skipIf(ci)('a', run);")).toEqual([]);
  expect(off("a.test.ts", "// it.skip('a')\nrun(`\nit.skip('a')\n`);\n")).toEqual([]);
  expect(
    off("test_a.py", "@pytest.mark.skipif(WINDOWS, reason='no')\ndef test_a():\n    '''\n@pytest.mark.skip\n    '''\n"),
  ).toEqual([]);
  expect(off("a.rs", "#[rustversion::not(nightly)]\n#[ignore]\n#[test]\nfn a() {}\n")).toEqual([]);
  expect(off("a.rs", '#[tokio::test(flavor = "x")]\n#[ignore]\nasync fn a() {}\n')).toEqual([2]);
  expect(off("a_test.go", "func TestA(t *testing.T) {\n\tif short() {\n\t\tt.Skip()\n\t}\n}\n")).toEqual([]);
});

test("a line of nothing but such words is looked at once", () => {
  // Looked at once for each of its words this takes longer than any test may.
  expect(notes("a.ts", `${"// TODO ".repeat(1_000_000)}\n// TODO: dim\n`)).toEqual([2]);
  const skipped = 't.Run("dims", func(t *testing.T) {\n\tt.Skip("later")\n';
  expect(off("a_test.go", `${"Run(func(".repeat(50_000)}\n${skipped}`)).toHaveLength(1);
});

test("a note is a comment that leaves something to do, not a sentence that speaks of notes", () => {
  expect(notes("a.ts", "// TODO: dim\nrun(); // FIXME\n/**\n * TODO(anna) dim\n */\n// Later. TODO: more")).toEqual([
    1, 2, 4, 6,
  ]);
  expect(
    notes("a.ts", "// Lists every TODO of a file\nconst TODO = 1;\nrun('// TODO: a');\n// TODOS are counted"),
  ).toEqual([]);
  expect(notes("a.py", "# XXX why?\nHACK = 1  # a HACK that works")).toEqual([1]);
  expect(notes("a.json", "// TODO: a")).toEqual([]);
});

const pastOf = (before: Readonly<Record<string, string>>, ...changed: string[]): Past => ({
  commit: "c1",
  time: 1_700_000_000,
  before: memoryTree(before),
  changed: new Set(changed),
});
const factsOf = async (now: Readonly<Record<string, string>>, past?: Past, ...commands: string[]) => {
  const reading = await readHalfDone(memoryTree(now), past, noCache);
  return halfDoneByProduct({ now: [...reading.now], before: [...reading.before] }, reading, commands);
};

test("notes that came and went since, wherever they moved", async () => {
  const past = pastOf({ "old.ts": "// TODO: a\n// TODO: b\n// TODO: c" }, "new.ts", "more.ts");
  const { notes: found } = await factsOf(
    { "new.ts": "// TODO: a\n// TODO: b", "more.ts": "run();\n// FIXME: d", "kept.ts": "// TODO: kept" },
    past,
  );
  expect(found).toMatchObject({
    commit: "c1",
    added: 1,
    removed: 1,
    places: [{ path: "more.ts", line: 2, text: "// FIXME: d" }],
  });
  expect((await factsOf({ "a.ts": "// TODO: a" })).notes).toBeUndefined();
});

test("what was switched off three months ago already, unless the pipelines run it", async () => {
  const now = {
    "kept.test.ts": "it.skip('a', run);",
    "changed.test.ts": "it.skip('b', run);\nit.skip('new', run);",
    "src/a.rs": "#[test]\n#[ignore]\nfn a() {}",
    "node_modules/x/a.test.ts": "it.skip('a', run);",
  };
  const past = pastOf({ "changed.test.ts": "it.skip('b', run);" }, "changed.test.ts");
  const { testsOff } = await factsOf(now, past);
  expect([testsOff.count, testsOff.left]).toEqual([4, 3]);
  expect(testsOff.places.map(({ path }) => path)).toEqual(["changed.test.ts", "kept.test.ts", "src/a.rs"]);
  expect((await factsOf(now, past, "cargo test -- --ignored")).testsOff.left).toBe(2);
  expect((await factsOf(now)).testsOff).toMatchObject({ count: 4 });
});
