/**
 * Rust: what can be reached from the root of a crate, its features and its oldest compiler.
 *
 * Sources of the rules: "SemVer Compatibility" of the Cargo book, and the lints of cargo-semver-checks.
 * docs/interfaces-rust.md states them.
 */
import type { InterfaceKind, Place } from "../../kind.ts";
import { about } from "./about.ts";
import { compare } from "./compare.ts";
import { extract } from "./extract.ts";
import { manifestPath } from "./manifest.ts";

export const rust: InterfaceKind = {
  ...about,
  find,
  extract,
  compare,
};

/** Targets of their own, which the library doesn't hold. */
const ASIDE = /^(?:tests|examples|benches|src\/bin)\/|^(?:build|src\/main)\.rs$/;

function find({ folder, paths }: Place): readonly string[] {
  const manifest = manifestPath({ folder });
  const root = ["src/lib.rs", "lib.rs"].map((name) => (folder === "" ? name : `${folder}/${name}`));
  // Other build tools know crates without a manifest of Cargo's.
  if (!paths.includes(manifest) && !paths.some((path) => root.includes(path))) return [];
  const sources = paths.filter(
    (path) => path.endsWith(".rs") && !ASIDE.test(folder === "" ? path : path.slice(folder.length + 1)),
  );
  return sources.length === 0 ? [] : [...(paths.includes(manifest) ? [manifest] : []), ...sources];
}
