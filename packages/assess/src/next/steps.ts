/** Steps that mend several checks at once; those with a draft are written by `freehold next --patch`. */
import type { NextStep } from "@freehold/model";
import { characteristics } from "../characteristics/registry.ts";
import type { WriteDraft } from "./draft.ts";
import { changelogDraft } from "./drafts/changelog.ts";
import { charterDraft } from "./drafts/charter.ts";
import { codeownersDraft } from "./drafts/codeowners.ts";
import { contributingDraft } from "./drafts/contributing.ts";
import { interfacesDraft } from "./drafts/interfaces.ts";
import { issueTemplatesDraft } from "./drafts/issue-templates.ts";
import { readmeDraft } from "./drafts/readme.ts";

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly effort: NextStep["effort"];
  readonly draft?: WriteDraft;
}

/** A test compares this list with the folder `drafts`. @internal */
export const steps: readonly Step[] = [
  { id: "changelog", title: "Keep a changelog beside the releases.", effort: "hours", draft: changelogDraft },
  {
    id: "charter",
    title: "Write the charter, product.yaml, beside the product.",
    effort: "minutes",
    draft: charterDraft,
  },
  {
    id: "codeowners",
    title: "Let the code host ask the owners for every change.",
    effort: "minutes",
    draft: codeownersDraft,
  },
  {
    id: "contributing",
    title: "Tell contributors how it is built, tested and checked.",
    effort: "minutes",
    draft: contributingDraft,
  },
  {
    id: "interfaces",
    title: "Say in the charter which interfaces are promised.",
    effort: "minutes",
    draft: interfacesDraft,
  },
  {
    id: "issue-templates",
    title: "Ask those who report for the problem, not for a solution.",
    effort: "minutes",
    draft: issueTemplatesDraft,
  },
  { id: "readme", title: "Write what the README lacks.", effort: "hours", draft: readmeDraft },
];

export function stepOf(id: string): Step | undefined {
  return steps.find((step) => step.id === id);
}

/** Of a check that is its own step. */
export function effortOf(id: string): NextStep["effort"] {
  for (const characteristic of characteristics) {
    const found = characteristic.checks.find(({ name }) => `${characteristic.id}/${name}` === id);
    if (found !== undefined) return found.effort;
  }
  return "hours";
}
