import type { Check } from "../../check.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";
import { scriptsCalled } from "../commands-text.ts";

/** A command that is gone is the first thing that a newcomer meets. */
export const commandsExist: Check = {
  name: "commands-exist",
  title: "The scripts that its README calls exist",
  looksAt:
    "Commands in its README that run a script or target (`npm run x`, `make x`, `just x`), against the scripts of its repository.",
  mend: "Correct the commands that the evidence names, or bring the scripts back.",
  source: "Doctrine D5: documentation that is true.",
  thresholds: { missing: "Commands whose script is not there, at most." },
  effort: "minutes",
  run(context) {
    const { facts, at } = context;
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const readmes = facts.documents.filter(({ role }) => role === "readme");
    const called = readmes.flatMap((document) => scriptsCalled(document, context));
    if (called.length === 0) return notApplicable("Its README calls no script.");
    const gone = called.filter(({ exists }) => !exists);
    const shown = (gone.length > 0 ? gone : called).slice(0, 8);
    return atMost(
      gone.length,
      context.threshold("missing"),
      `${gone.length} of ${called.length} scripts that its README calls are not there.`,
      shown.map(({ path, line, text }) => at(path, line, text)),
    );
  },
};
