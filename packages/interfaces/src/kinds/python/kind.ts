/**
 * Python distributions: public modules and names with their signatures, as importers and type checkers see them.
 *
 * Sources of the rules: griffe's breakages, PEP 8 and the typing specification on what is public, PEP 387 on
 * what compatibility means, PEP 570 and PEP 3102 on parameters. docs/interfaces-python.md states them.
 */
import type { InterfaceKind } from "../../kind.ts";
import { about } from "./about.ts";
import { compare } from "./compare.ts";
import { extract } from "./extract.ts";
import { findPython } from "./find.ts";

export const python: InterfaceKind = {
  ...about,
  asks: true,
  find: findPython,
  extract: (_, place) => extract(place),
  compare,
};
