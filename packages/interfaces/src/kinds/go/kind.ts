/**
 * Go modules: the exported identifiers of every package that others can import, with their types.
 *
 * Sources of the rules: the Go 1 compatibility promise and the README of golang.org/x/exp/apidiff.
 * docs/interfaces-go.md states them. Types are resolved by syntax alone; nothing is compiled.
 */
import type { InterfaceKind } from "../../kind.ts";
import { about } from "./about.ts";
import { compare } from "./compare.ts";
import { extract } from "./extract.ts";
import { findGo } from "./find.ts";

export const go: InterfaceKind = {
  ...about,
  asks: true,
  find: findGo,
  extract: (_, place) => extract(place),
  compare,
};
