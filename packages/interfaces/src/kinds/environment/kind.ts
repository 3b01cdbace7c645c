/**
 * Environment variables that a program reads: their names, whether it can do without, and what it takes then.
 *
 * docs/interfaces-environment.md states the rules.
 */
import type { InterfaceKind, Place } from "../../kind.ts";
import { compareById } from "../../promise.ts";
import { isProductSource } from "../../syntax/product-source.ts";
import { languageOf } from "../../syntax/source.ts";
import { about } from "./about.ts";
import { buildScripts } from "./build-scripts.ts";
import { EXAMPLE, extract, mayRead, SHELL } from "./extract.ts";
import { rules } from "./rules.ts";

export const environment: InterfaceKind = {
  ...about,
  find,
  extract,
  compare: (before, after) => compareById(rules, before, after),
};

function find(place: Place): readonly string[] {
  const ofBuild = buildScripts(place);
  return place.paths.filter((path) => {
    const example = EXAMPLE.test(path);
    if (ofBuild(path)) return false;
    if (!example && ((languageOf(path) === undefined && !SHELL.test(path)) || !isProductSource(path, place.folder)))
      return false;
    const text = place.read(path);
    return text !== undefined && mayRead({ path, text });
  });
}
