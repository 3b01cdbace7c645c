import { counted } from "../../text/counted.ts";
import { failed, notApplicable, passed, unknown } from "../../outcome.ts";
import type { SteadyStateItem } from "./item.ts";

/** Why something large is as it is leaves with whoever made it, unless it is written somewhere. */
export const largeChangesExplained: SteadyStateItem = {
  id: "large-changes-explained",
  title: "Large changes of the last year say why they were made",
  mend: "Write a record of the decision for each change that the evidence names, with the id of its commit in it.",
  run({ facts }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    if (facts.history === undefined) return unknown("Its history was not read.");
    if (facts.largeChanges === undefined) return unknown("Large changes were not looked for; scan again.");
    const { count, silentCount, silent } = facts.largeChanges;
    if (count === 0)
      return notApplicable("No change of the last year added ten files or a thousand lines of source to it.");
    if (silentCount === 0)
      return passed(`Each of ${counted(count, "large change")} says why, in its message or in a document.`, [
        { detail: "the messages, documents and records of decisions of a year" },
      ]);
    return failed(
      `${silentCount} of ${counted(count, "large change")} of a year ${silentCount === 1 ? "says" : "say"} nowhere why.`,
      silent.map(({ commit, committedAt, subject, files, lines }) => ({
        commit,
        // Lines of the largest commits are not counted.
        detail: `${committedAt.slice(0, 10)} ${subject}: ${lines > 0 ? `${lines} lines` : counted(files, "file")} more`,
      })),
    );
  },
};
