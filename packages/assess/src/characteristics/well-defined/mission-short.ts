import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";
import { wordsOf } from "../../text/readability.ts";
import { missionText } from "./mission-text.ts";

/** One thing fits in a sentence or two; a list of features is no mission, and neither is a name. */
export const missionShort: Check = {
  name: "mission-short",
  title: "Its mission says one thing in a sentence or two",
  looksAt: "The number of words of its mission.",
  mend: "Keep what it is for; move features to `does` and background to the README.",
  source:
    "Doctrine D1. Sentences of up to 20 words are understood at once (Cutts, Oxford Guide to Plain English): two of them are 40.",
  thresholds: { least: "Words at least: fewer are a name.", most: "Words at most: two sentences." },
  effort: "minutes",
  step: "charter",
  run(context) {
    const mission = missionText(context);
    if (mission === undefined) return unknown("There is no mission to read.", [context.missing("no mission")]);
    const words = wordsOf(mission.text).length;
    const [least, most] = [context.threshold("least"), context.threshold("most")];
    const measure = { value: words, threshold: `${least} to ${most}` };
    const detail = `Its mission has ${words} words.`;
    return (words >= least && words <= most ? passed : failed)(detail, [mission.sight], measure);
  },
};
