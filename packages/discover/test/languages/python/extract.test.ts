import { describe, expect, test } from "vitest";
import { extractPython } from "../../../src/languages/python/extract.ts";

function imports(text: string) {
  return extractPython("a.py", text).imports.map(({ specifier, symbols }) => [specifier, ...(symbols ?? [])].join(" "));
}

describe("imports", () => {
  test.each([
    ["import a", ["a *"]],
    ["import a.b as c, d", ["a.b *", "d *"]],
    ["from a import b as c, d", ["a b d"]],
    ["from a import *", ["a *"]],
    ["from .a.b import c", [".a.b c"]],
    ["from . import a, b", [". a", ". b"]],
    ["from ... import a", ["... a"]],
    ["from . a import b", [".a b"]],
    ["from a import (\n  b, # one\n  c as d,\n)", ["a b c"]],
    ["from a import b, \\\n  c", ["a b c"]],
    ["try: import a\nexcept ImportError: import b", ["a *", "b *"]],
    ["x = 1; import a; from b import c", ["a *", "b c"]],
    ["if x:\n\timport a", ["a *"]],
    ["\ufeffimport a", ["a *"]],
    ["import a\r\nimport b\r\n", ["a *", "b *"]],
    ["import naïve", ["naïve *"]],
    ["importlib.import_module('a.b')", ["a.b"]],
    ['__import__("a")', ["a"]],
    ["import_module(name)", []],
  ])("%j", (text, expected) => {
    expect(imports(text)).toEqual(expected);
  });

  test.each([
    ["comment", "# import a\nx = 1 # import b"],
    ["string", "x = 'import a'\ny = \"from b import c\""],
    ["docstring", '"""\nimport a\n"""\n'],
    ["raw string", "x = r'\\'\ny = r'''\nimport a\n'''"],
    ["escaped quotes", "x = '''a \\'''\nimport a\n'''"],
    ["f-string", "x = f'''{y}\nimport a\n'''"],
    ["f-string with nested quotes", "x = f\"{d[\"a\"]}\"; y = '''\nimport a\n'''"],
    ["format specification with a quote", "x = f\"{y:'>10}\"; z = '''\nimport a\n'''"],
    ["doubled braces", "x = f'{{'; y = '''\nimport a\n'''"],
    ["brackets", "x = [\nimport_,\n]"],
    ["yield from", "def f():\n  yield from a\n  raise b from c"],
  ])("not in a %s", (_, text) => {
    expect(imports(text)).toEqual([]);
  });

  test("goes on behind all of those", () => {
    const text = "x = f\"{d[\"a\"]}\" + r'\\\\' + '''\n''' # '\nimport a";
    expect(imports(text)).toEqual(["a *"]);
  });

  test("marks what is imported for types only", () => {
    const text =
      "if TYPE_CHECKING:\n    import a\n    if x:\n        import b\nelse:\n    import c\nif typing.TYPE_CHECKING:\n  import d\nimport e";
    const marked = extractPython("a.py", text).imports.map(({ specifier, typeOnly }) => [specifier, typeOnly === true]);
    expect(marked).toEqual([
      ["a", true],
      ["b", true],
      ["c", false],
      ["d", true],
      ["e", false],
    ]);
  });

  test("deep nesting takes time in proportion", () => {
    expect(imports(`${"(".repeat(300_000)}\nimport a`)).toEqual([]);
    expect(imports("x = '''".repeat(50_000))).toEqual([]);
  });
});

test.each([
  [
    "def a(): pass\nclass B: pass\nasync def c(): pass\nD = 1\ne: int = 2\n_f = 3\nif x == 1: g = 2",
    ["a", "B", "c", "D", "e"],
  ],
  ["__all__ = ['a', \"b\",\n 'c']\ndef d(): pass", ["a", "b", "c"]],
  ["__all__: list[str] = ['a']\n__all__ += ['b']", ["a", "b"]],
])("exports of %j", (text, names) => {
  expect(extractPython("a.py", text).exports).toEqual(names);
});
