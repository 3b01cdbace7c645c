import type { Check } from "../../check.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";

const ROLES = new Set(["contributing", "conduct", "security", "support", "governance", "readme"]);

/** `[INSERT CONTACT METHOD]` tells everybody that nobody read it. */
export const nothingLeftBlank: Check = {
  name: "nothing-left-blank",
  title: "Documents taken from templates were filled in",
  looksAt:
    "Places in README, CONTRIBUTING, code of conduct, SECURITY and the like that a template left to be filled in.",
  mend: "Fill in the places that the evidence names, or remove the documents.",
  source: "The Contributor Covenant asks for a contact that many adopters leave as `[INSERT CONTACT METHOD]`.",
  thresholds: { blanks: "Such places at most." },
  effort: "minutes",
  run({ facts, repositoryFacts, threshold, at }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const documents = new Map(
      [...facts.documents, ...(repositoryFacts?.documents ?? [])]
        .filter(({ role }) => ROLES.has(role))
        .map((one) => [one.path, one]),
    );
    if (documents.size === 0) return notApplicable("It has no such document.");
    const blanks = [...documents.values()].flatMap(({ path, blanks: left = [] }) =>
      left.map((one) => at(path, one.line, one.text)),
    );
    const whole = [...documents.keys()].slice(0, 5).map((path) => at(path));
    return atMost(
      blanks.length,
      threshold("blanks"),
      `${blanks.length} places in ${documents.size} documents were never filled in.`,
      blanks.length > 0 ? blanks.slice(0, 8) : whole,
    );
  },
};
