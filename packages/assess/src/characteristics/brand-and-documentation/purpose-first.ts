import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";
import { wordsOf } from "../../text/readability.ts";

/** A reader decides in one paragraph whether to read on. */
export const purposeFirst: Check = {
  name: "purpose-first",
  title: "Its README says what it is for before anything else",
  looksAt:
    "The first paragraph of prose in its own README: that there is one of more than a few words, and that no command comes before it.",
  mend: "Begin the README with a paragraph that says what it is for, and for whom.",
  source: "Doctrine D5: documentation of purpose and of use.",
  thresholds: { words: "Words of the paragraph at least." },
  effort: "minutes",
  step: "readme",
  run({ facts, threshold, at, missing }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const readme = facts.documents.find(({ role }) => role === "readme");
    if (readme === undefined) return failed("It has no README of its own.", [missing("no README")]);
    const { lead, commands } = readme;
    if (lead === undefined) return failed("Its README has no paragraph of prose.", [at(readme.path)]);
    const words = wordsOf(lead.text).length;
    const first = commands.find(({ line }) => line < lead.line);
    const seen = [at(readme.path, lead.line, lead.text.slice(0, 120))];
    if (first !== undefined)
      return failed(`Its README tells to type \`${first.text}\` before it says what for.`, [
        at(readme.path, first.line, first.text),
        ...seen,
      ]);
    return words >= threshold("words")
      ? passed(`Its README begins with ${words} words about what it is.`, seen, {
          value: words,
          threshold: threshold("words"),
        })
      : failed(`The first paragraph of its README has ${words} words.`, seen, {
          value: words,
          threshold: threshold("words"),
        });
  },
};
