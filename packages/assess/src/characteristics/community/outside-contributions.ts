import type { Check } from "../../check.ts";
import { atLeast, unknown } from "../../outcome.ts";

/** People who contribute without having to are the surest sign that somebody cares. */
export const outsideContributions: Check = {
  name: "outside-contributions",
  title: "People who do not own it contribute",
  looksAt: "Authors of commits within a year who are neither declared nor inferred owners, machines left out.",
  mend: "Mark a few small tasks for newcomers, say in CONTRIBUTING how to begin, and answer what comes in.",
  source: "Doctrine D6.",
  thresholds: { people: "People from outside within a year, at least." },
  effort: "weeks",
  run({ facts, threshold, missing }) {
    const recent = facts?.history?.recent;
    if (facts?.history === undefined) return unknown("Its history was not read.");
    if (recent === undefined)
      return atLeast(0, threshold("people"), "Nobody changed it within a year.", [missing("no commit within a year")]);
    const { people, commits } = recent.outside;
    return atLeast(
      people,
      threshold("people"),
      `${people} people who do not own it made ${commits} of ${recent.commits} commits within a year.`,
      [missing(`${commits} commits from outside`)],
    );
  },
};
