/**
 * Terraform modules (and OpenTofu's): variables, outputs, and the versions that they ask for.
 *
 * Sources of the rules: "Input Variables", "Output Values", "Type Constraints", "Version Constraints" and
 * "Module composition" of Terraform's documentation. docs/interfaces-terraform.md states them.
 */
import type { Change, InterfaceKind, Place, ShapedElement } from "../../kind.ts";
import { compareById, forNewcomers } from "../../promise.ts";
import { about } from "./about.ts";
import { extract } from "./extract.ts";
import { rules } from "./rules.ts";

export const terraform: InterfaceKind = {
  ...about,
  find,
  extract,
  compare,
};

function find({ folder, paths }: Place): readonly string[] {
  return paths.filter(
    (path) => /\.(?:tf|tofu)$/.test(path) && !ASIDE.test(folder === "" ? path : path.slice(folder.length + 1)),
  );
}

/** What a module that is gone had is gone with it. */
function compare(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[] {
  const changes = forNewcomers(before, compareById(rules, before, after));
  const gone = new Set(
    changes.filter(({ rule }) => rule === "terraform/module-removed").map(({ element }) => suffixOf(element)),
  );
  return changes.filter(
    ({ element, effect, rule }) =>
      effect !== "removed" || rule === "terraform/module-removed" || !gone.has(suffixOf(element)),
  );
}

function suffixOf(id: string): string {
  return / @(.*)$/.exec(id)?.[1] ?? "";
}

/** Modules that were fetched, and tests; an example is a unit of its own where it has one. */
const ASIDE = /(?:^|\/)(?:\.terraform|tests?|examples?)\//;
