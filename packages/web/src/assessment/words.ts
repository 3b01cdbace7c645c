/** The words of assessments, with what each means. */
import type { CheckResult, NextStep, Plane } from "@freehold/model";
import type { Word } from "../format/words.ts";
import type { IconName } from "../ui/index.ts";

export const RESULTS: Readonly<Record<CheckResult, Word & { readonly icon: IconName }>> = {
  failed: { label: "Failed", meaning: "It was looked at, and does not hold", icon: "close" },
  unknown: { label: "Unknown", meaning: "It could not be told; it does not count as passed", icon: "question" },
  passed: { label: "Passed", meaning: "It was looked at, and holds", icon: "check" },
  "not-applicable": {
    label: "Not asked",
    meaning: "It does not apply to this product, so it counts for nothing",
    icon: "dash",
  },
};

export const ACTIONS: Readonly<Record<Plane["action"], Word>> = {
  simplify: { label: "Simplify", meaning: "Its complexity holds it back more than its value does" },
  "add-value": { label: "Add value", meaning: "It is simpler than it is useful" },
  keep: { label: "Leave in peace", meaning: "It is valuable and simple" },
  unknown: { label: "Not known", meaning: "Value or simplicity could not be told" },
};

export const EFFORTS: Readonly<Record<NextStep["effort"], string>> = {
  minutes: "Minutes",
  hours: "Hours",
  days: "Days",
  weeks: "Weeks",
};

/** `64`, or `64–66` where something is unknown: the second is the score if all of it passed. */
export function formatScore(score: number | undefined, possible: number | undefined = score): string {
  if (score === undefined) return "–";
  const [least, most] = [points(score), points(possible ?? score)];
  return least === most ? String(least) : `${least}–${most}`;
}

export function points(share: number): number {
  return Math.round(share * 100);
}
