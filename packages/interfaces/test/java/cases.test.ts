/** Pairs after chapter 13 of the Java Language Specification, "Kinds of Compatibility", japicmp and Revapi. */
import { describe, expect, test } from "vitest";
import { java } from "../../src/kinds/java/kind.ts";
import { elementsIn, extractFrom, type Files, type Pair, testPairs } from "../pairs.ts";

const type = (text: string): Files => ({ "src/main/java/p/A.java": `package p;\n${text}` });
const body = (members: string, head = "public class A"): Files => type(`${head} { ${members} }`);
const files = (texts: Readonly<Record<string, string>>): Files =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`src/main/java/${name}`, text]));

const TYPES: readonly Pair[] = [
  ["type added", type("public class A {}"), type("public class A {} interface B {}"), "none", "none"],
  [
    "public type added",
    files({ "p/A.java": "package p; public class A {}" }),
    files({ "p/A.java": "package p; public class A {}", "p/B.java": "package p; public class B {}" }),
    "compatible",
    "breaking",
  ],
  ["type no longer public", type("public class A {}"), type("class A {}"), "breaking", "compatible"],
  ["class to interface", type("public class A {}"), type("public interface A {}"), "breaking", "breaking"],
  ["final class to record", type("public final class A {}"), type("public record A() {}"), "compatible", "breaking"],
  ["class to record", type("public class A {}"), type("public record A() {}"), "breaking", "breaking"],
  ["class made final", type("public class A {}"), type("public final class A {}"), "breaking", "compatible"],
  [
    "class without constructors for others made final",
    body("private A() {}"),
    body("private A() {}", "public final class A"),
    "none",
    "none",
  ],
  ["class made abstract", type("public class A {}"), type("public abstract class A {}"), "breaking", "compatible"],
  [
    "class sealed",
    type("public class A {}"),
    type("public sealed class A permits B {} final class B extends A {}"),
    "breaking",
    "compatible",
  ],
  [
    "another permitted type",
    type("public sealed interface A permits B {} record B() implements A {}"),
    type("public sealed interface A permits B, C {} record B() implements A {} record C() implements A {}"),
    "breaking",
    "compatible",
  ],
  [
    "interface implemented",
    type("public class A {}"),
    type("public class A implements java.io.Serializable {}"),
    "compatible",
    "breaking",
  ],
  [
    "superclass changed",
    type("public class A extends java.util.ArrayList<String> {}"),
    type("public class A {}"),
    "breaking",
    "compatible",
  ],
  [
    "exception made unchecked",
    type("public class A extends Exception {}"),
    type("public class A extends RuntimeException {}"),
    "compatible",
    "breaking",
  ],
  [
    "member type of the name of an interface",
    files({ "p/A.java": "package p; public class A implements B { }", "p/B.java": "package p; public interface B {}" }),
    files({
      "p/A.java": "package p; public class A implements B { public static class B {} }",
      "p/B.java": "package p; public interface B {}",
    }),
    "compatible",
    "breaking",
  ],
  [
    "type parameter added to one",
    type("public class A<T> {}"),
    type("public class A<T, U> {}"),
    "breaking",
    "breaking",
  ],
  [
    "type parameter renamed",
    body("public T get() { return null; }", "public class A<T>"),
    body("public U get() { return null; }", "public class A<U>"),
    "none",
    "none",
  ],
  [
    "bound of a type parameter",
    type("public class A<T> {}"),
    type("public class A<T extends Number> {}"),
    "breaking",
    "compatible",
  ],
  ["nested class made static", body("public class B {}"), body("public static class B {}"), "breaking", "breaking"],
  [
    "nested class in a private one",
    body("private static class B { public static class C {} }"),
    body(""),
    "none",
    "none",
  ],
  ["deprecated", type("public class A {}"), type("@Deprecated public class A {}"), "compatible", "none"],
  [
    "package no longer exported",
    files({ "module-info.java": "module m { exports p; }", "p/A.java": "package p; public class A {}" }),
    files({ "module-info.java": "module m { }", "p/A.java": "package p; public class A {}" }),
    "breaking",
    "compatible",
  ],
  [
    "exported to friends only",
    files({ "module-info.java": "module m { exports p to q; }", "p/A.java": "package p; public class A {}" }),
    files({ "module-info.java": "module m { exports p to q; }" }),
    "none",
    "none",
  ],
  [
    "requires transitive dropped",
    files({ "module-info.java": "module m { requires transitive java.sql; }" }),
    files({ "module-info.java": "module m { requires java.sql; }" }),
    "breaking",
    "compatible",
  ],
  ["enum constant added", type("public enum A { X }"), type("public enum A { X, Y }"), "compatible", "breaking"],
  [
    "enum constants in another order",
    type("public enum A { X, Y }"),
    type("public enum A { Y, X }"),
    "unknown",
    "unknown",
  ],
  [
    "record component added",
    type("public record A(int x) {}"),
    type("public record A(int x, int y) {}"),
    "breaking",
    "breaking",
  ],
  [
    "record component renamed",
    type("public record A(int x) {}"),
    type("public record A(int y) {}"),
    "breaking",
    "breaking",
  ],
  [
    "annotation element without default added",
    type("public @interface A {}"),
    type("public @interface A { int v(); }"),
    "breaking",
    "breaking",
  ],
  [
    "annotation element with default added",
    type("public @interface A {}"),
    type("public @interface A { int v() default 1; }"),
    "compatible",
    "breaking",
  ],
  [
    "annotation kept less long",
    type("@Retention(RetentionPolicy.RUNTIME) public @interface A {}"),
    type("public @interface A {}"),
    "breaking",
    "compatible",
  ],
];

const FIELDS: readonly Pair[] = [
  ["field removed", body("public int x;"), body(""), "breaking", "compatible"],
  ["field type", body("public int x;"), body("public long x;"), "breaking", "breaking"],
  ["field made final", body("public int x;"), body("public final int x = f();"), "breaking", "compatible"],
  [
    "constant by the name of another",
    body('public static final String X = "";'),
    body("public static final String X = Y.EMPTY;"),
    "unknown",
    "unknown",
  ],
  [
    "digits of a constant grouped",
    body("public static final int X = 1000;"),
    body("public static final int X = 1_000;"),
    "none",
    "none",
  ],
  [
    "constant value",
    body("public static final int X = 1;"),
    body("public static final int X = 2;"),
    "unknown",
    "unknown",
  ],
  [
    "constant worked out",
    body("public static final int X = 1;"),
    body("public static final int X = f();"),
    "breaking",
    "compatible",
  ],
  ["field made static", body("public int x;"), body("public static int x;"), "breaking", "breaking"],
  ["private field", body("private int x;"), body("private long x;"), "none", "none"],
  [
    "field hides another",
    files({
      "p/A.java": "package p; public class A extends B {}",
      "p/B.java": "package p; public class B { public static int x; }",
    }),
    files({
      "p/A.java": "package p; public class A extends B { public int x; }",
      "p/B.java": "package p; public class B { public static int x; }",
    }),
    "breaking",
    "compatible",
  ],
  [
    "compared with others",
    type("public class A implements Comparable<A> {}"),
    type("public class A implements Comparable<Object> {}"),
    "breaking",
    "breaking",
  ],
  [
    "annotated for nulls",
    body("public String x;"),
    body("public @org.jspecify.annotations.Nullable String x;"),
    "none",
    "none",
  ],
  [
    "getters made by a processor",
    type("public class A { private int x; public int getX() { return x; } }"),
    type("import lombok.Getter;\n@Getter public class A { private int x; }"),
    "unknown",
    "unknown",
  ],
];

function aspectsOf(before: Files, after: Files) {
  return java.compare(elementsIn(java, before, ""), elementsIn(java, after, "")).map((one) => one.aspects);
}

describe("java", () => {
  testPairs(java, "src/main/java/p/A.java", [...TYPES, ...FIELDS]);

  test("elements have names, signatures, documentation and lines", () => {
    const text =
      "/** A cart. */\n@Deprecated\npublic final class A<T extends Number> {\n  /** All. */\n  public java.util.List<T> all(T[] xs, Map.Entry<?, T>... es) throws X { if (true) { } }\n}\n";
    const found = elementsIn(java, type(text), "").map(({ id, signature, doc, stability, evidence }) => [
      id,
      signature,
      doc,
      stability,
      evidence.line,
    ]);
    expect(found).toEqual([
      ["p.A", "public final class A<T extends Number>", "A cart.", "deprecated", 4],
      ["p.A#<init>()", "A()", undefined, "stable", 4],
      [
        "p.A#all(Number[],Map.Entry[])",
        "public java.util.List<T> all(T[] xs, Map.Entry<?, T>... es) throws X",
        "All.",
        "stable",
        6,
      ],
    ]);
  });

  test("what breaks is told apart", () => {
    expect(aspectsOf(body("public void m() {}"), body("public void m() throws java.io.IOException {}"))).toEqual([
      ["source"],
    ]);
    expect(aspectsOf(body("public Object m() { return null; }"), body("public String m() { return null; }"))).toEqual([
      ["binary", "source"],
    ]);
  });

  test("newer syntax inside bodies is of no concern", () => {
    const { problems } = extractFrom(
      java,
      body(
        'public int m(Object to) { return switch (to) { case String s when s.isEmpty() -> 1; case null, default -> { yield int.class.hashCode(); } }; } String t = """\n { "} \n""";',
      ),
      "",
    );
    expect(problems).toEqual([]);
  });

  test("text that is no Java is a problem", () => {
    expect(extractFrom(java, type("public class A { public void (; }"), "").problems.map(({ code }) => code)).toEqual([
      "java/syntax",
    ]);
  });

  test("tests promise nothing", () => {
    expect(elementsIn(java, { "src/test/java/p/A.java": "package p; public class A {}" }, "")).toEqual([]);
  });
});
