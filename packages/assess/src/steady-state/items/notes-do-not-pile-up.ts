import { failed, notApplicable, passed, unknown } from "../../outcome.ts";
import type { SteadyStateItem } from "./item.ts";

/** A note or two more is how work goes on; one a fortnight that nobody takes away again piles up. */
const MOST = 6;
const DAYS = 90;
const DAY = 24 * 3600 * 1000;

/** What is left to do is written into comments where nobody will look for it. */
export const notesDoNotPileUp: SteadyStateItem = {
  id: "notes-do-not-pile-up",
  title: "What comments leave to do did not pile up within three months",
  mend: "Do what the evidence names, or ask for it where it is asked for, and remove the comments.",
  run({ facts, at }) {
    if (facts?.halfDone === undefined) return unknown("Comments were not read; scan again.");
    if (facts.size.sourceFiles === 0) return notApplicable("It has no source.");
    const { notes } = facts.halfDone;
    const { firstCommit = "", lastCommit = "" } = facts.history ?? {};
    if (notes === undefined && Date.parse(lastCommit) - Date.parse(firstCommit) < DAYS * DAY)
      return notApplicable("It is younger than three months.");
    if (notes === undefined) return unknown("It can't be compared with what it was three months ago.");
    const { added, removed, places, commit, since } = notes;
    const then = { commit, detail: `compared with ${since.slice(0, 10)}` };
    const told = `${added} comments that leave something to do came, ${removed} went.`;
    return added - removed > MOST
      ? failed(told, [...places.map(({ path, line, text }) => at(path, line, text)), then])
      : passed(told, [then]);
  },
};
