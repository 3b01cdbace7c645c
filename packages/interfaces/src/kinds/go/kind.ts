/**
 * Go modules: the exported identifiers of every package that others can import, with their types.
 *
 * Sources of the rules: the Go 1 compatibility promise and the README of golang.org/x/exp/apidiff.
 * docs/interfaces-go.md states them. Types are resolved by syntax alone; nothing is compiled.
 */
import type { InterfaceKind } from "../../kind.ts";
import { compare } from "./compare.ts";
import { extract } from "./extract.ts";
import { findGo } from "./find.ts";
import { insideModule } from "./packages.ts";

export const go: InterfaceKind = {
  id: "go",
  title: "Go module",
  version: 2,
  find: findGo,
  extract,
  compare,
  everyones: (id) => id === "module",
  named: ({ id, from, symbol }) => {
    const module = /^pkg:golang\/(.+)$/.exec(id)?.[1];
    if (module === undefined) return undefined;
    const path = insideModule(decodeURIComponent(module), from) ?? from;
    return symbol === "*" ? { id: path, whole: true } : { id: `${path}#${symbol}`, whole: false };
  },
};
