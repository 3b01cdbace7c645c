/**
 * The kind "TypeScript / JavaScript library": what a package exports, and which changes of it break.
 *
 * Extraction is cheap: declarations by oxc, in processes of their own, no compiler. The compiler's API is
 * loaded only when two versions differ in a type that structural rules can't judge, or that has to be
 * inferred. docs/interfaces-typescript.md states the rules.
 */
import type { Extraction, InterfaceKind, Place } from "../../kind.ts";
import { about } from "./about.ts";
import { compareElements } from "./compare/compare.ts";
import { elementsOf } from "./elements.ts";
import { findEntries, readLibrary } from "./library.ts";
import { readManifest } from "./manifest.ts";
import { unitFiles } from "./files.ts";

export const typescript: InterfaceKind = {
  ...about,
  asks: true,
  find,
  extract: (_, place) => extract(place),
  compare: compareElements,
};

function manifestPath(place: Place): string {
  return place.folder === "" ? "package.json" : `${place.folder}/package.json`;
}

/** The manifest, the compiler's configuration and the entry points; what they import is read from there. */
function find(place: Place): readonly string[] {
  const path = manifestPath(place);
  if (!place.paths.includes(path)) return [];
  const { manifest } = readManifest(place.read(path) ?? "", path);
  if (manifest === undefined) return [path];
  const entries = findEntries(manifest, unitFiles(place, manifest)).flatMap((entry) => entry.file ?? []);
  const commands = Object.keys(manifest.bins).length > 0;
  if (entries.length === 0 && !commands) return [];
  return [...new Set([path, ...entries])];
}

function extract(place: Place): Extraction {
  const path = manifestPath(place);
  const text = place.read(path);
  if (text === undefined) return { elements: [], problems: [] };
  const { manifest, problems } = readManifest(text, path);
  if (manifest === undefined) return { elements: [], problems };
  const library = readLibrary(place, manifest);
  return { elements: elementsOf(library, path), problems: [...problems, ...library.problems] };
}
