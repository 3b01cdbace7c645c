/**
 * Pairs after the README of golang.org/x/exp/apidiff and the Go 1 compatibility promise: importers break on
 * what is gone, on another type, on one more method of an interface they implement.
 */
import { describe } from "vitest";
import { go } from "../../src/kinds/go/kind.ts";
import { type Pair, testPairs } from "../pairs.ts";

const p = (...lines: readonly string[]): string => ["package p", ...lines].join("\n");
const PAIRS: readonly Pair[] = [
  // Names
  ["function added", p("func A() {}"), p("func A() {}", "func B() {}"), "compatible", "breaking"],
  ["unexported function added", p("func A() {}"), p("func A() {}", "func b() {}"), "none", "none"],
  ["function made a variable", p("func A(int) {}"), p("var A func(int)"), "compatible", "breaking"],
  ["constant made a variable", p("const A int = 1"), p("var A int = 1"), "breaking", "breaking"],
  ["function made a type", p("func A(int) {}"), p("type A int"), "breaking", "breaking"],
  // Functions
  ["parameter renamed", p("func A(x int) {}"), p("func A(y int) {}"), "none", "none"],
  ["parameters grouped", p("func A(x int, y int) {}"), p("func A(x, y int) {}"), "none", "none"],
  [
    "results named",
    p("func A() (int, error) { return 0, nil }"),
    p("func A() (n int, err error) { return }"),
    "none",
    "none",
  ],
  ["byte and uint8", p("func A([]byte) {}"), p("func A([]uint8) {}"), "none", "none"],
  ["any and interface{}", p("func A(any) {}"), p("func A(interface{}) {}"), "none", "none"],
  ["variadic parameter added", p("func A(int) {}"), p("func A(int, ...string) {}"), "breaking", "breaking"],
  ["slice made variadic", p("func A([]int) {}"), p("func A(...int) {}"), "breaking", "breaking"],
  ["result added", p("func A() {}"), p("func A() error { return nil }"), "breaking", "breaking"],
  ["parameter widened to an interface", p("func A(string) {}"), p("func A(any) {}"), "breaking", "breaking"],
  ["body changed", p("func A() int { return 1 }"), p("func A() int {\n\treturn 2 // }\n}"), "none", "none"],
  ["type parameter added", p("func A(x int) {}"), p("func A[T any](x T) {}"), "breaking", "breaking"],
  ["type parameter renamed", p("func A[T any](x T) {}"), p("func A[E any](x E) {}"), "none", "none"],
  [
    "constraint of a function widened",
    p("func A[T comparable](x T) {}"),
    p("func A[T any](x T) {}"),
    "compatible",
    "breaking",
  ],
  // Structs
  ["field added", p("type S struct { A int }"), p("type S struct { A, B int }"), "compatible", "breaking"],
  [
    "fields in another order",
    p("type S struct { A int; B string }"),
    p("type S struct { B string; A int }"),
    "none",
    "none",
  ],
  ["unexported field added", p("type S struct { A int }"), p("type S struct { A int; b int }"), "none", "none"],
  ["no longer comparable", p("type S struct { A int }"), p("type S struct { A int; b []int }"), "breaking", "none"],
  [
    "a slice where nothing compared",
    p("type S struct { f func() }"),
    p("type S struct { f func(); b []int }"),
    "none",
    "none",
  ],
  [
    "a lock added",
    p('import "sync"', "type S struct { A int }"),
    p('import "sync"', "type S struct { A int; mu sync.Mutex }"),
    "none",
    "none",
  ],
  [
    "a field of an outside type added to a struct that compares",
    p('import "example.com/x"', "type S struct { A int }"),
    p('import "example.com/x"', "type S struct { A int; b x.T }"),
    "unknown",
    "none",
  ],
  ["tag changed", p('type S struct { A int `json:"a"` }'), p('type S struct { A int `json:"b"` }'), "none", "none"],
  [
    "field moved into an embedded struct",
    p("type S struct { A int }"),
    p("type e struct { A int }", "type S struct { e }"),
    "breaking",
    "compatible",
  ],
  [
    "unexported embedded struct renamed",
    p("type e struct { A int }", "type S struct { e }"),
    p("type f struct { A int }", "type S struct { f }"),
    "none",
    "none",
  ],
  [
    "field of a variable's struct type added",
    p("var V struct { A int }"),
    p("var V struct { A, B int }"),
    "breaking",
    "breaking",
  ],
  // Methods
  ["method added", p("type T int"), p("type T int", "func (T) M() {}"), "compatible", "breaking"],
  [
    "method of values given to pointers only",
    p("type T int", "func (T) M() {}"),
    p("type T int", "func (*T) M() {}"),
    "breaking",
    "compatible",
  ],
  [
    "method by embedding in place of its own",
    p("type S struct{}", "func (S) M() {}"),
    p("type e struct{}", "func (e) M() {}", "type S struct{ e }"),
    "none",
    "none",
  ],
  [
    "generic receiver renamed",
    p("type L[T any] []T", "func (l L[T]) At(i int) T { return l[i] }"),
    p("type L[E any] []E", "func (x L[E]) At(at int) E { return x[at] }"),
    "none",
    "none",
  ],
  // Interfaces
  [
    "method added to an interface",
    p("type I interface { A() }"),
    p("type I interface { A(); B() }"),
    "breaking",
    "breaking",
  ],
  [
    "method added to a sealed interface",
    p("type I interface { A(); x() }"),
    p("type I interface { A(); B(); x() }"),
    "compatible",
    "breaking",
  ],
  ["interface sealed", p("type I interface { A() }"), p("type I interface { A(); x() }"), "breaking", "none"],
  [
    "embedded interface written out",
    p('import "io"', "type I interface { io.Reader; A() }"),
    p('import "io"', "type I interface { Read([]byte) (int, error); A() }"),
    "none",
    "none",
  ],
  [
    "outside interface embedded",
    p('import "example.com/x"', "type I interface { A() }"),
    p('import "example.com/x"', "type I interface { A(); x.B }"),
    "breaking",
    "breaking",
  ],
  [
    "constraint narrowed",
    p("type N interface { ~int | ~string }"),
    p("type N interface { ~int }"),
    "breaking",
    "unknown",
  ],
  [
    "hidden method lost that an interface asks for",
    p("type I interface { m() }", "type T int", "func (T) m() {}"),
    p("type I interface { m() }", "type T int"),
    "breaking",
    "none",
  ],
  // Types
  ["underlying number widened", p("type N int32"), p("type N int64"), "compatible", "breaking"],
  ["signed in place of unsigned", p("type N uint8"), p("type N int16"), "breaking", "breaking"],
  ["channel direction removed", p("type C <-chan int"), p("type C chan int"), "compatible", "breaking"],
  ["alias in place of a type", p("type N int"), p("type N = int"), "none", "breaking"],
  [
    "type renamed behind an alias",
    p("type A struct { X int }", "func F() A { return A{} }"),
    p("type A = B", "type B struct { X int }", "func F() B { return B{} }"),
    "compatible",
    "breaking",
  ],
  [
    "unexported type renamed",
    p("type u struct { X int }", "func F() *u { return nil }"),
    p("type w struct { X int }", "func F() *w { return nil }"),
    "none",
    "none",
  ],
  [
    "field of an unexported type that is shown",
    p("type u struct { X int }", "var V u"),
    p("type u struct { X string }", "var V u"),
    "breaking",
    "breaking",
  ],
  [
    "field of an unexported type that nobody sees",
    p("type u struct { X int }"),
    p("type u struct { X string }"),
    "none",
    "none",
  ],
  [
    "length of an array by a constant",
    p("const n = 3", "type A [n]int"),
    p("const n = 2 + 1", "type A [n]int"),
    "none",
    "none",
  ],
  [
    "constraint of a type narrowed",
    p("type G[T any] struct{}"),
    p("type G[T comparable] struct{}"),
    "breaking",
    "unknown",
  ],
  [
    "instance of another argument",
    p("type G[T any] []T", "var V G[int]"),
    p("type G[T any] []T", "var V G[string]"),
    "breaking",
    "breaking",
  ],
];

describe("go, by name and type", () => {
  testPairs(go, "p.go", PAIRS);
});
