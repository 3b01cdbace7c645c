/** Pairs about who may extend a type, stand on it as an annotation, or throw: chapters 8, 9.6 and 11 of the Java Language Specification. */
import { describe } from "vitest";
import { java } from "../../src/kinds/java/kind.ts";
import { type Files, type Pair, testPairs } from "../pairs.ts";

const type = (text: string): Files => ({ "src/main/java/p/A.java": `package p;\n${text}` });
const body = (members: string, head = "public class A"): Files => type(`${head} { ${members} }`);
const sealed = (members: string): Files =>
  type(`public sealed class A permits B { ${members} } public non-sealed class B extends A {}`);
const annotation = (meta: string): Files => type(`${meta} public @interface A {}`);

const EXTENDING: readonly Pair[] = [
  [
    "protected method below an open permitted type",
    sealed("protected void m() {}"),
    sealed(""),
    "breaking",
    "compatible",
  ],
  [
    "method final below an open permitted type",
    sealed("public void m() {}"),
    sealed("public final void m() {}"),
    "breaking",
    "compatible",
  ],
  ["constructor for permitted types", sealed("protected A(int i) {}"), sealed("protected A() {}"), "none", "none"],
  [
    "abstract method that its package alone can implement",
    body("", "public abstract class A"),
    body("abstract void m();", "public abstract class A"),
    "breaking",
    "compatible",
  ],
  [
    "abstract method where nobody else can extend",
    body("abstract void m();", "public abstract class A"),
    body("abstract void m(); public abstract void n();", "public abstract class A"),
    "compatible",
    "breaking",
  ],
  [
    "abstract method of a sealed interface",
    type("public sealed interface A permits B { default void m() {} } final class B implements A {}"),
    type("public sealed interface A permits B { void m(); } final class B implements A { public void m() {} }"),
    "compatible",
    "compatible",
  ],
  [
    "constructor of an abstract class",
    body("public A(int i) {}", "public abstract class A"),
    body("protected A(int i) {}", "public abstract class A"),
    "compatible",
    "compatible",
  ],
  [
    "final class made abstract",
    body("", "public final class A"),
    body("private A() {}", "public abstract class A"),
    "breaking",
    "compatible",
  ],
  [
    "class without constructors made abstract",
    body("private A() {}"),
    body("private A() {}", "public abstract class A"),
    "compatible",
    "compatible",
  ],
  [
    "methods of every object",
    body("", "public interface A"),
    body("boolean equals(Object o); int hashCode();", "public interface A"),
    "compatible",
    "compatible",
  ],
  ["record said to be final", type("public record A() {}"), type("public final record A() {}"), "none", "none"],
  ["Object as superclass", type("public class A extends Object {}"), type("public class A {}"), "none", "none"],
];

const ANNOTATIONS: readonly Pair[] = [
  [
    "fewer targets, written in full",
    annotation(
      "@java.lang.annotation.Target({java.lang.annotation.ElementType.FIELD, java.lang.annotation.ElementType.METHOD})",
    ),
    annotation("@java.lang.annotation.Target(java.lang.annotation.ElementType.FIELD)"),
    "breaking",
    "compatible",
  ],
  [
    "targets where there were none",
    annotation(""),
    annotation("@Target({ElementType.TYPE, ElementType.METHOD})"),
    "breaking",
    "compatible",
  ],
  [
    "a target that covers another",
    annotation("@Target(ElementType.ANNOTATION_TYPE)"),
    annotation("@Target(ElementType.TYPE)"),
    "compatible",
    "breaking",
  ],
  ["no longer repeatable", annotation("@Repeatable(As.class)"), annotation(""), "breaking", "compatible"],
];

const EXCEPTIONS: readonly Pair[] = [
  [
    "unchecked exception made a checked one",
    type("public class A extends RuntimeException {}"),
    type("public class A extends java.io.IOException {}"),
    "breaking",
    "breaking",
  ],
  [
    "an error of the language",
    body("public void m() {}"),
    body("public void m() throws OutOfMemoryError {}"),
    "none",
    "none",
  ],
  [
    "narrower exception of a constructor",
    body("public A() throws java.io.IOException {}"),
    body("public A() throws java.io.EOFException {}"),
    "compatible",
    "breaking",
  ],
  [
    "narrower exception of what others override",
    body("public void m() throws java.io.IOException {}"),
    body("public void m() throws java.io.EOFException {}"),
    "breaking",
    "breaking",
  ],
];

describe("extending", () => testPairs(java, "A.java", EXTENDING));
describe("annotations", () => testPairs(java, "A.java", ANNOTATIONS));
describe("exceptions", () => testPairs(java, "A.java", EXCEPTIONS));
