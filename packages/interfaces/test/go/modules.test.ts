/** Values, what only a type checker would know, files, packages and modules; and what elements say. */
import { describe, expect, test } from "vitest";
import { go } from "../../src/kinds/go/kind.ts";
import { elementsIn, extractFrom, type Files, type Pair, testPairs, verdict } from "../pairs.ts";

const p = (...lines: readonly string[]): string => ["package p", ...lines].join("\n");
const module = (files: Readonly<Record<string, string>>, path = "example.com/m"): Files => ({
  "go.mod": `module ${path}\n\ngo 1.22\n`,
  ...files,
});

const PAIRS: readonly Pair[] = [
  // Constants and variables
  ["value changed", p("const A = 1"), p("const A = 2"), "breaking", "breaking"],
  [
    "value written otherwise",
    p("const A = 1024", 'const B = "ab"'),
    p("const A = 1 << 10", 'const B = "a" + "b"'),
    "none",
    "none",
  ],
  ["constant given a type", p("const A = 1"), p("const A int = 1"), "breaking", "breaking"],
  [
    "constant put between those that count",
    p("const (", "A = iota", "B", ")"),
    p("const (", "A = iota", "C", "B", ")"),
    "breaking",
    "breaking",
  ],
  [
    "time of the library",
    p('import "time"', "const T = 60 * time.Second"),
    p('import "time"', "const T = time.Minute"),
    "none",
    "none",
  ],
  [
    "operators bind as in Go",
    p('import "time"', "const (", "a = 2", "A = 1 + a * 3 << 1", "B = -time.Second + 2*time.Minute/a", ")"),
    p('import "time"', "const (", "A = 13", "B time.Duration = 59000 * time.Millisecond", ")"),
    "none",
    "none",
  ],
  [
    "value of an outside constant",
    p('import "example.com/x"', "const T = x.A"),
    p('import "example.com/x"', "const T = x.B"),
    "unknown",
    "unknown",
  ],
  ["type of a variable said", p("var A = 1.5"), p("var A float64 = 2"), "none", "none"],
  ["type by a literal", p("type T struct{}", "var A = &T{}"), p("type T struct{}", "var A = new(T)"), "none", "none"],
  [
    "type by an own function",
    p("func f() (int, string) { return 1, `` }", "var A, B = f()"),
    p("var A, B = 1, `b`"),
    "none",
    "none",
  ],
  [
    "error made otherwise",
    p('import ("errors"; "fmt")', 'var Err = errors.New("a")'),
    p('import ("errors"; "fmt")', 'var Err = fmt.Errorf("a")'),
    "none",
    "none",
  ],
  [
    "type by another outside function",
    p('import "example.com/x"', "var A = x.New()"),
    p('import "example.com/x"', "var A = x.Open()"),
    "unknown",
    "unknown",
  ],
  [
    "arguments in a chain of calls",
    p('import "example.com/x"', "var A = x.New(1).With(2)"),
    p('import "example.com/x"', "var A = x.New(2).With(f(3))"),
    "none",
    "none",
  ],
  [
    "another value before a call",
    p('import "example.com/x"', "var A = (&x.T{}).Clone(1)"),
    p('import "example.com/x"', "var A = (&x.U{}).Clone(1)"),
    "unknown",
    "unknown",
  ],
  [
    "arguments of an outside function",
    p('import "example.com/x"', "var A = x.New(1)"),
    p('import "example.com/x"', "var A = x.New(2)"),
    "none",
    "none",
  ],
  // Modules, packages, files
  [
    "import renamed",
    p('import "example.com/x"', "var A x.T"),
    p('import y "example.com/x"', "var A y.T"),
    "none",
    "none",
  ],
  [
    "another major version of a dependency",
    p('import "example.com/x"', "var A x.T"),
    p('import "example.com/x/v2"', "var A x.T"),
    "breaking",
    "breaking",
  ],
  [
    "moved to another file",
    module({ "a.go": p("func A() {}", "func B() {}") }),
    module({ "a.go": p("func A() {}"), "b.go": p("func B() {}") }),
    "none",
    "none",
  ],
  [
    "comments, order and layout",
    p("// A is.", "func A() {}", "var B int"),
    p("var (\n\tB int // b\n)", "func A() {\n}"),
    "none",
    "none",
  ],
  [
    "package removed",
    module({ "a.go": p("func A() {}"), "s/s.go": "package s\nfunc B() {}" }),
    module({ "a.go": p("func A() {}") }),
    "breaking",
    "compatible",
  ],
  [
    "internal package removed",
    module({ "a.go": p("func A() {}"), "internal/s/s.go": "package s\nfunc B() {}" }),
    module({ "a.go": p("func A() {}") }),
    "none",
    "none",
  ],
  [
    "internal type shown by an alias",
    module({
      "a.go": p('import "example.com/m/internal/s"', "type T = s.T"),
      "internal/s/s.go": "package s\ntype T struct { A int }",
    }),
    module({
      "a.go": p('import "example.com/m/internal/s"', "type T = s.T"),
      "internal/s/s.go": "package s\ntype T struct { A string }",
    }),
    "breaking",
    "breaking",
  ],
  [
    "type moved to another package behind an alias",
    module({ "a.go": p("type T struct { A int }", "func F(T) {}") }),
    module({
      "a.go": p('import "example.com/m/s"', "type T = s.T", "func F(T) {}"),
      "s/s.go": "package s\ntype T struct { A int }",
    }),
    "compatible",
    "breaking",
  ],
  [
    "module path of a new major version",
    module({ "a.go": p("func A() {}") }),
    module({ "a.go": p("func A() {}") }, "example.com/m/v2"),
    "breaking",
    "breaking",
  ],
  [
    "own packages under a new module path",
    module({ "a.go": p('import "example.com/m/s"', "func A(s.T) {}"), "s/s.go": "package s\ntype T int" }),
    module({ "a.go": p('import "example.com/m/s"', "func A(s.T) {}"), "s/s.go": "package s\ntype T int8" }),
    "breaking",
    "compatible",
  ],
  [
    "tests",
    module({ "a.go": p("func A() {}"), "a_test.go": p("func B() {}") }),
    module({ "a.go": p("func A() {}") }),
    "none",
    "none",
  ],
  [
    "commands",
    module({ "main.go": "package main\nfunc A() {}" }),
    module({ "main.go": "package main\nfunc B() {}" }),
    "none",
    "none",
  ],
  ["one build fewer", { "a.go": p("func A() {}") }, { "a_linux.go": p("func A() {}") }, "breaking", "compatible"],
  [
    "the same in every build",
    { "a_linux.go": p("func A(int) {}"), "a_other.go": `//go:build !linux\n${p("func A(int) {}")}` },
    { "a_linux.go": p("func A(x int) {}"), "a_other.go": `//go:build !linux\n${p("func A(y int) {}")}` },
    "none",
    "none",
  ],
  [
    "changed in another build",
    { "a_linux.go": p("func A(int) {}"), "a_windows.go": p("func A(int) {}", "func W(int) {}") },
    { "a_linux.go": p("func A(int) {}"), "a_windows.go": p("func A(int) {}", "func W(string) {}") },
    "breaking",
    "breaking",
  ],
];

describe("go, by value and place", () => {
  testPairs(go, "p.go", PAIRS);

  test("elements read like Go, with their documentation, place and notice", () => {
    const elements = elementsIn(
      go,
      module({
        "s/s.go": [
          "// Package s does one thing.",
          "package s",
          'import "io"',
          "// Copy copies.",
          "//",
          "// Deprecated: use io.Copy.",
          "func Copy[T io.Reader](to io.Writer, from ...T) (n int64, err error) { return }",
          "type Options struct {",
          "\t// Level of it.",
          "\tLevel uint8",
          "}",
        ].join("\n"),
      }),
      "",
    );
    expect(
      elements
        .slice(1)
        .map(({ id, signature, stability, doc, evidence }) => [id, signature, stability, doc, evidence.line]),
    ).toEqual([
      ["module", "module example.com/m", "stable", undefined, undefined],
      ["./s", 'package s // import "example.com/m/s"', "stable", "Package s does one thing.", undefined],
      ["./s#Copy", "func Copy[P0 io.Reader](io.Writer, ...P0) (int64, error)", "deprecated", "Copy copies.", 7],
      ["./s#Options", "type Options struct", "stable", undefined, 8],
      ["./s#Options.Level", "Options.Level uint8", "stable", "Level of it.", 10],
    ]);
  });

  test("what an importer writes means an element", () => {
    const id = "pkg:golang/example.com/m/v2";
    expect(go.named?.({ id, from: "example.com/m/v2/s", symbol: "Copy" })).toEqual({ id: "./s#Copy", whole: false });
    expect(go.named?.({ id, from: "example.com/m/v2", symbol: "*" })).toEqual({ id: ".", whole: true });
    expect(go.named?.({ id: "pkg:npm/m", from: "m", symbol: "*" })).toBeUndefined();
  });

  test("a change says whom it reaches and why", () => {
    const [old, young] = [p("type u struct { X int }", "var V u"), p("type u struct { X string }", "var V u")];
    const [change] = go.compare(elementsIn(go, old, "p.go"), elementsIn(go, young, "p.go"));
    expect(change).toMatchObject({ element: ".#V", message: "u.X: string in place of int (shown by V)" });
  });

  test("broken and hostile sources give problems or less, never a fault", () => {
    expect(extractFrom(go, { "p.go": "func A() {" }, "").problems).toMatchObject([
      { code: "go/no-package", path: "p.go" },
    ]);
    const deep = p(
      `type T ${"[]".repeat(5000)}int`,
      `var V = ${"(".repeat(5000)}1${")".repeat(5000)}`,
      "type A = B",
      "type B = A",
      "var X A",
      "const C = 1 << 1 << 1e9",
    );
    expect(verdict(go.compare(elementsIn(go, deep, "p.go"), elementsIn(go, deep, "p.go")))).toBe("none");
    expect(verdict(go.compare(elementsIn(go, deep, "p.go"), elementsIn(go, p("var X int"), "p.go")))).toBe("unknown");
  });
});
