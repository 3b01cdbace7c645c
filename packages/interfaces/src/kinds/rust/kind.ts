/**
 * Rust: what can be reached from the root of a crate, its features and its oldest compiler.
 *
 * Sources of the rules: "SemVer Compatibility" of the Cargo book, and the lints of cargo-semver-checks.
 * docs/interfaces-rust.md states them.
 */
import type { InterfaceKind } from "../../kind.ts";
import { about } from "./about.ts";
import { compare } from "./compare.ts";
import { extract } from "./extract.ts";
import { findRust } from "./find.ts";

export const rust: InterfaceKind = {
  ...about,
  asks: true,
  find: findRust,
  extract: (_, place) => extract(place),
  compare,
};
