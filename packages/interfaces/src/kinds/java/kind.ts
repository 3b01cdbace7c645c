/**
 * Java: public and protected members of the public types of a unit's main sources.
 *
 * Sources of the rules: chapter 13 of the Java Language Specification ("Binary Compatibility") and "Kinds
 * of Compatibility" of OpenJDK, with the categories of japicmp and Revapi beside them.
 * docs/interfaces-java.md states them. What breaks is told apart: binary, source.
 */
import type { InterfaceKind, Place } from "../../kind.ts";
import { about } from "./about.ts";
import { compare } from "./compare.ts";
import { extract } from "./extract.ts";

export const java: InterfaceKind = { ...about, find, extract, compare };

/** Source sets other than `main`, by the layout of Maven and Gradle; and folders of tests and examples. */
const ASIDE =
  /(?:^|\/)src\/(?!main\/|java\/)[^/]+\/(?:java|resources|kotlin)\/|(?:^|\/)(?:tests?|androidTest|testFixtures|examples?|samples?|demos?|benchmarks?)\/|(?:^|\/)package-info\.java$/;

function find({ folder, paths }: Place): readonly string[] {
  return paths.filter(
    (path) => path.endsWith(".java") && !ASIDE.test(folder === "" ? path : path.slice(folder.length + 1)),
  );
}
