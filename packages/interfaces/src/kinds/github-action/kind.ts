/**
 * GitHub Actions and reusable workflows: inputs, secrets and outputs.
 *
 * Sources: "Metadata syntax for GitHub Actions" and "Workflow syntax: on.workflow_call" of GitHub's
 * documentation. docs/interfaces-github-action.md states the rules.
 */
import type { InterfaceKind } from "../../kind.ts";
import { compareById } from "../../promise.ts";
import { about } from "./about.ts";
import { extract } from "./extract.ts";
import { rules } from "./rules.ts";

export const githubAction: InterfaceKind = {
  ...about,
  find: (place) =>
    place.paths.filter(
      (path) =>
        /(?:^|\/)action\.ya?ml$/.test(path) ||
        (/(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(path) &&
          place.read(path)?.includes("workflow_call") === true),
    ),
  extract,
  compare: (before, after) => compareById(rules, before, after),
};
