/** Pairs of type parameters, type arguments and bounds: chapters 4.5.1, 8.4 and 13.4 of the Java Language Specification. */
import { describe } from "vitest";
import { java } from "../../src/kinds/java/kind.ts";
import { type Files, type Pair, testPairs } from "../pairs.ts";

const type = (text: string): Files => ({ "src/main/java/p/A.java": `package p;\n${text}` });
const body = (members: string, head = "public class A"): Files => type(`${head} { ${members} }`);

const PARAMETERS: readonly Pair[] = [
  ["type made generic", type("public class A {}"), type("public class A<T> {}"), "compatible", "breaking"],
  [
    "type with type arguments in members made generic",
    body("public java.util.List<String> names() { return null; }"),
    body("public java.util.List<String> names() { return null; }", "public class A<T>"),
    "unknown",
    "breaking",
  ],
  [
    "field of the new parameter",
    body("public Number f;"),
    body("public T f;", "public class A<T extends Number>"),
    "compatible",
    "breaking",
  ],
  ["method made generic", body("public void m() {}"), body("public <T> void m() {}"), "compatible", "breaking"],
  [
    "final method made generic",
    body("public final void m() {}"),
    body("public final <T> void m() {}"),
    "compatible",
    "compatible",
  ],
  [
    "method of a lambda made generic",
    body("void m();", "public interface A"),
    body("<T> void m();", "public interface A"),
    "breaking",
    "breaking",
  ],
  [
    "parameter of the new type parameter",
    body("public void m(Number n) {}"),
    body("public <T extends Number> void m(T n) {}"),
    "compatible",
    "breaking",
  ],
  [
    "argument of the new type parameter, overridable",
    body("public java.util.List<Object> m() { return null; }"),
    body("public <T> java.util.List<T> m() { return null; }"),
    "breaking",
    "breaking",
  ],
];

const BOUNDS: readonly Pair[] = [
  [
    "one of two bounds gone",
    type("public class A<T extends CharSequence & Runnable> {}"),
    type("public class A<T extends CharSequence> {}"),
    "compatible",
    "breaking",
  ],
  [
    "bound by another parameter",
    type("public class A<T extends Number, U extends T> {}"),
    type("public class A<T extends Number, U extends Number> {}"),
    "compatible",
    "breaking",
  ],
  [
    "bound of what a member returns",
    body("public T m() { return null; }", "public class A<T extends CharSequence & Runnable>"),
    body("public T m() { return null; }", "public class A<T extends CharSequence>"),
    "breaking",
    "breaking",
  ],
  [
    "bound with a wider argument",
    type("public class A<T extends java.util.ArrayList<? extends String>> {}"),
    type("public class A<T extends java.util.List<? extends CharSequence>> {}"),
    "compatible",
    "breaking",
  ],
  [
    "bound of a constructor",
    body("public <T extends Integer> A(T x) {}"),
    body("public <T extends Number> A(T x) {}"),
    "breaking",
    "breaking",
  ],
  [
    "bound of a constructor, erased alike",
    body("public <T extends Number & Comparable<T>> A(T x) {}"),
    body("public <T extends Number> A(T x) {}"),
    "compatible",
    "breaking",
  ],
];

const ARGUMENTS: readonly Pair[] = [
  [
    "wildcard of a final method widened",
    body("public final void m(java.util.List<? extends Integer> x) {}"),
    body("public final void m(java.util.List<? extends Number> x) {}"),
    "compatible",
    "breaking",
  ],
  [
    "wildcard of a constructor narrowed from below",
    body("public A(java.util.List<? super Number> x) {}"),
    body("public A(java.util.List<? super Integer> x) {}"),
    "compatible",
    "breaking",
  ],
  [
    "final field narrowed",
    body("public final java.util.List<? extends Number> f = null;"),
    body("public final java.util.List<Integer> f = null;"),
    "compatible",
    "breaking",
  ],
  [
    "field made raw",
    body("public java.util.List<String> f;"),
    body("public java.util.List f;"),
    "breaking",
    "breaking",
  ],
];

describe("type parameters", () => testPairs(java, "A.java", PARAMETERS));
describe("bounds", () => testPairs(java, "A.java", BOUNDS));
describe("type arguments", () => testPairs(java, "A.java", ARGUMENTS));
