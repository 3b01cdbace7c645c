/** Pairs of methods and constructors after chapter 13 of the Java Language Specification. */
import { describe } from "vitest";
import { java } from "../../src/kinds/java/kind.ts";
import { type Files, type Pair, testPairs } from "../pairs.ts";

const type = (text: string): Files => ({ "src/main/java/p/A.java": `package p;\n${text}` });
const body = (members: string, head = "public class A"): Files => type(`${head} { ${members} }`);
const files = (texts: Readonly<Record<string, string>>): Files =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`src/main/java/${name}`, text]));

const METHODS: readonly Pair[] = [
  ["method added", body(""), body("public void m() {}"), "compatible", "breaking"],
  ["package-private method", body("void m() {}"), body(""), "none", "none"],
  ["method body", body("public int m() { return 1; }"), body("public int m() { return 2; }"), "none", "none"],
  ["parameter renamed", body("public void m(int x) {}"), body("public void m(int y) {}"), "none", "none"],
  ["parameter widened", body("public void m(int x) {}"), body("public void m(long x) {}"), "breaking", "breaking"],
  [
    "return narrowed",
    body("public Object m() { return null; }"),
    body("public String m() { return null; }"),
    "breaking",
    "breaking",
  ],
  [
    "type argument of the return",
    body("public java.util.List<String> m() { return null; }"),
    body("public java.util.List<Object> m() { return null; }"),
    "breaking",
    "breaking",
  ],
  [
    "imported or written out",
    body("public java.util.List<String> m() { return null; }"),
    type("import java.util.List;\npublic class A { public List<String> m() { return null; } }"),
    "none",
    "none",
  ],
  ["method made static", body("public void m() {}"), body("public static void m() {}"), "breaking", "breaking"],
  ["method made final", body("public void m() {}"), body("public final void m() {}"), "breaking", "compatible"],
  [
    "method of a final class made final",
    body("public void m() {}", "public final class A"),
    body("public final void m() {}", "public final class A"),
    "none",
    "compatible",
  ],
  ["method made protected", body("public void m() {}"), body("protected void m() {}"), "breaking", "unknown"],
  [
    "abstract method added",
    body("", "public abstract class A"),
    body("public abstract void m();", "public abstract class A"),
    "breaking",
    "breaking",
  ],
  [
    "abstract method in an interface",
    type("public interface A {}"),
    type("public interface A { void m(); }"),
    "breaking",
    "breaking",
  ],
  [
    "abstract method in a sealed interface",
    type("public sealed interface A permits B {} record B() implements A {}"),
    type("public sealed interface A permits B { void m(); } record B() implements A { public void m() {} }"),
    "compatible",
    "breaking",
  ],
  [
    "default method added",
    type("public interface A {}"),
    type("public interface A { default void m() {} }"),
    "compatible",
    "breaking",
  ],
  [
    "default removed",
    type("public interface A { default void m() {} }"),
    type("public interface A { void m(); }"),
    "breaking",
    "compatible",
  ],
  [
    "checked exception added",
    body("public void m() {}"),
    body("public void m() throws java.io.IOException {}"),
    "breaking",
    "breaking",
  ],
  [
    "unchecked exception added",
    body("public void m() {}"),
    body("public void m() throws IllegalStateException {}"),
    "none",
    "none",
  ],
  [
    "array to varargs",
    body("public void m(String[] x) {}"),
    body("public void m(String... x) {}"),
    "compatible",
    "breaking",
  ],
  [
    "argument accepts wildcards",
    body("public static void m(java.util.List<String> x) {}"),
    body("public static void m(java.util.List<? extends String> x) {}"),
    "compatible",
    "breaking",
  ],
  [
    "bound of a type parameter accepts more",
    body("public static <T extends Comparable<T>> void m(T x) {}"),
    body("public static <T extends Comparable<? super T>> void m(T x) {}"),
    "compatible",
    "breaking",
  ],
  [
    "moved to a superclass",
    type("public class A extends B { public void m() {} } class B {}"),
    type("public class A extends B {} class B { public void m() {} }"),
    "none",
    "none",
  ],
  [
    "moved to a public superclass",
    files({
      "p/A.java": "package p; public class A extends B { public void m() {} }",
      "p/B.java": "package p; public class B {}",
    }),
    files({
      "p/A.java": "package p; public class A extends B {}",
      "p/B.java": "package p; public class B { public void m() {} }",
    }),
    "compatible",
    "breaking",
  ],
  [
    "toString no longer overridden",
    body("public String toString() { return null; }"),
    body(""),
    "compatible",
    "compatible",
  ],
  ["constructor instead of the implied one", body(""), body("public A(int x) {}"), "breaking", "breaking"],
  ["implied constructor written out", body(""), body("public A() {}"), "none", "none"],
  [
    "protected member of a final class",
    body("protected void m() {}", "public final class A"),
    body("", "public final class A"),
    "none",
    "none",
  ],
  [
    "type parameter of a method renamed",
    body("public <T> T m(T x) { return x; }"),
    body("public <U> U m(U x) { return x; }"),
    "none",
    "none",
  ],
];

describe("methods", () => {
  testPairs(java, "src/main/java/p/A.java", METHODS);
});
