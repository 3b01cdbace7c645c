/** The files that may make a crate: its manifest, and what its root can reach. */
import type { Place } from "../../kind.ts";
import { manifestPath } from "./manifest.ts";

/** Targets of their own, which the library doesn't hold. */
const ASIDE = /^(?:tests|examples|benches|src\/bin)\/|^(?:build|src\/main)\.rs$/;

export function findRust({ folder, paths }: Place): readonly string[] {
  const manifest = manifestPath({ folder });
  const root = ["src/lib.rs", "lib.rs"].map((name) => (folder === "" ? name : `${folder}/${name}`));
  // Other build tools know crates without a manifest of Cargo's.
  if (!paths.includes(manifest) && !paths.some((path) => root.includes(path))) return [];
  const sources = paths.filter(
    (path) => path.endsWith(".rs") && !ASIDE.test(folder === "" ? path : path.slice(folder.length + 1)),
  );
  return sources.length === 0 ? [] : [...(paths.includes(manifest) ? [manifest] : []), ...sources];
}
