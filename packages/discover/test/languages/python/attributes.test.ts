import { describe, expect, test } from "vitest";
import { extractPython } from "../../../src/languages/python/extract.ts";

const used = (text: string): unknown => extractPython("x.py", text).imports.map((one) => [one.specifier, one.used]);

describe("what is used of modules that are imported whole", () => {
  test("by name, by another name, by a dotted name", () => {
    const text =
      "import click\nimport numpy as np, a.b.c\nclick.echo(np.zeros(1), a.b.c.D.e, a.b.other)\n@click.command()\ndef f(): ...\n";
    expect(used(text)).toEqual([
      ["click", ["command", "echo"]],
      ["numpy", ["zeros"]],
      ["a.b.c", ["D"]],
    ]);
  });

  test("in formatted strings, not in others nor in comments", () => {
    const text = `import m\nx = f"{m.a} {f'{m.b}'}" + "m.c" + r'm.d'  # m.e\n"""m.f"""\n`;
    expect(used(text)).toEqual([["m", ["a", "b"]]]);
  });

  test("a module that is handed on, or only imported, may be used whole", () => {
    expect(used("import m, n\nreload(m)\nm.a\n")).toEqual([
      ["m", ["*", "a"]],
      ["n", ["*"]],
    ]);
    expect(used("import m\nself.m.a\n")).toEqual([["m", ["*"]]]);
  });

  test("names that are imported one by one stay as they are", () => {
    expect(used("from m import a\nm.b\n")).toEqual([["m", undefined]]);
  });
});
