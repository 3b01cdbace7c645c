/** Programs that Cargo runs to build a crate: what they read is for the builder, and mostly set by Cargo itself. */
import { parse } from "smol-toml";
import type { Place } from "../../kind.ts";

/**
 * Whether a path is (part of) the build script of the unit: `build.rs`, or what `package.build` names with the
 * modules beside it. Source: "The Manifest Format", the `build` field, and "Build Scripts" in the Cargo Book.
 */
export function buildScripts(place: Place): (path: string) => boolean {
  const prefix = place.folder === "" ? "" : `${place.folder}/`;
  const manifest = `${prefix}Cargo.toml`;
  // Asking for what is not there costs the caller another round of reading.
  const named = place.paths.includes(manifest) ? scriptOf(place.read(manifest) ?? "") : undefined;
  const script = prefix + (named ?? "build.rs");
  const folder = script.slice(0, script.lastIndexOf("/") + 1);
  // A folder of its own holds nothing but the script's modules.
  const own = folder !== prefix && folder !== `${prefix}src/` ? folder : undefined;
  return (path) =>
    path.endsWith(".rs") &&
    (path === script || /(?:^|\/)build\.rs$/.test(path) || (own !== undefined && path.startsWith(own)));
}

function scriptOf(manifest: string): string | undefined {
  if (!/^\s*build\s*=/m.test(manifest)) return undefined;
  try {
    const { package: crate } = parse(manifest);
    const build = typeof crate === "object" && crate !== null && "build" in crate ? crate["build"] : undefined;
    return typeof build === "string" ? build.replace(/^\.\//, "") : undefined;
  } catch {
    // The kind that reads manifests says what is wrong with it.
    return undefined;
  }
}
