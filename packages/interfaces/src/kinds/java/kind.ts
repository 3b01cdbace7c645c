/**
 * Java: public and protected members of the public types of a unit's main sources.
 *
 * Sources of the rules: chapter 13 of the Java Language Specification ("Binary Compatibility") and "Kinds
 * of Compatibility" of OpenJDK, with the categories of japicmp and Revapi beside them.
 * docs/interfaces-java.md states them. What breaks is told apart: binary, source.
 */
import type { InterfaceKind } from "../../kind.ts";
import { about } from "./about.ts";
import { compare } from "./compare.ts";
import { extract } from "./extract.ts";
import { findJava } from "./find.ts";

export const java: InterfaceKind = {
  ...about,
  asks: true,
  find: findJava,
  extract: (_, place) => extract(place),
  compare,
};
