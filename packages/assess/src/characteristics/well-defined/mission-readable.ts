import type { Check } from "../../check.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";
import { readingGrade, wordsOf } from "../../text/readability.ts";
import { missionText } from "./mission-text.ts";

/** Below this the grade says more of one long word than of the text. */
const LEAST_WORDS = 12;

/** Hard to explain means it should be broken up, or explained again. */
export const missionReadable: Check = {
  name: "mission-readable",
  title: "Its mission can be read without a degree",
  looksAt:
    "Its mission (with the first paragraph of its README where it has fewer than twelve words), by the Flesch-Kincaid grade: years of school that a reader needs.",
  mend: "Say it in shorter sentences and shorter words, as to somebody who has never heard of it.",
  source: "Doctrine D1 (explain like I'm five); Kincaid, Fishburne, Rogers and Chissom, 1975.",
  thresholds: {
    grade:
      "Years of school at most. One sentence full of the names of techniques passes 18 seldom; prose for everybody lies at 8 to 12.",
  },
  effort: "minutes",
  step: "charter",
  run(context) {
    const mission = missionText(context);
    if (mission === undefined) return unknown("There is no mission to read.", [context.missing("no mission")]);
    const lead = context.facts?.documents.find(({ role }) => role === "readme")?.lead;
    // The formula is for texts: of a short mission it judges what the README says with it.
    const words = wordsOf(mission.text).length;
    const text = words >= LEAST_WORDS || lead === undefined ? mission.text : `${mission.text}. ${lead.text}`;
    const grade = wordsOf(text).length < LEAST_WORDS ? undefined : readingGrade(text);
    if (grade === undefined)
      return notApplicable(`The formula is for English text of ${LEAST_WORDS} words and more.`, [mission.sight]);
    const rounded = Math.max(0, Math.round(grade * 10) / 10);
    return atMost(rounded, context.threshold("grade"), `Its mission reads at grade ${rounded}.`, [mission.sight]);
  },
};
