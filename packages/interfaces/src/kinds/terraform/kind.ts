/**
 * Terraform modules (and OpenTofu's): variables, outputs, and the versions that they ask for.
 *
 * Sources of the rules: "Input Variables", "Output Values", "Type Constraints", "Version Constraints" and
 * "Module composition" of Terraform's documentation. docs/interfaces-terraform.md states them.
 */
import type { InterfaceKind, Place } from "../../kind.ts";
import { compareById } from "../../promise.ts";
import { extract } from "./extract.ts";
import { rules } from "./rules.ts";

export const terraform: InterfaceKind = {
  id: "terraform",
  title: "Terraform module",
  version: 1,
  find,
  extract,
  compare: (before, after) => compareById(rules, before, after),
};

function find({ folder, paths }: Place): readonly string[] {
  return paths.filter(
    (path) => /\.(?:tf|tofu)$/.test(path) && !ASIDE.test(folder === "" ? path : path.slice(folder.length + 1)),
  );
}

/** Modules that were fetched, and tests; an example is a unit of its own where it has one. */
const ASIDE = /(?:^|\/)(?:\.terraform|tests?|examples?)\//;
