/**
 * Environment variables that a program reads: their names, whether it can do without, and what it takes then.
 *
 * docs/interfaces-environment.md states the rules.
 */
import { pathsThat } from "../../ask.ts";
import type { InterfaceKind, Place, TextQuestion } from "../../kind.ts";
import { compareById } from "../../promise.ts";
import { isProductSource } from "../../syntax/product-source.ts";
import { languageOf } from "../../syntax/language.ts";
import { about } from "./about.ts";
import { buildScripts } from "./build-scripts.ts";
import { extract, mayRead } from "./extract.ts";
import { EXAMPLE, SHELL } from "./files.ts";
import { rules } from "./rules.ts";

export const environment: InterfaceKind = {
  ...about,
  find,
  extract,
  compare: (before, after) => compareById(rules, before, after),
};

function find(place: Place): readonly string[] {
  const ofBuild = buildScripts(place);
  const sources = place.paths.filter(
    (path) =>
      !ofBuild(path) &&
      (EXAMPLE.test(path) ||
        ((languageOf(path) !== undefined || SHELL.test(path)) && isProductSource(path, place.folder))),
  );
  return pathsThat(MAY_READ, sources, place);
}

const MAY_READ: TextQuestion = {
  id: `environment.may-read@${about.version}`,
  dialect: (path) => (EXAMPLE.test(path) ? "example" : SHELL.test(path) ? "shell" : (languageOf(path) ?? "")),
  answer: (sources) => sources.map(mayRead),
};
