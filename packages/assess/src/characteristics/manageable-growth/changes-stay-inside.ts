import type { Check } from "../../check.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";

/** A boundary in the wrong place is crossed by most changes. */
export const changesStayInside: Check = {
  name: "changes-stay-inside",
  title: "Most changes stay within its boundary",
  looksAt: "The share of a year's commits that also changed a product which neither contains it nor is part of it.",
  mend: "Look at what changes with it: move the shared part to one side, or make the two one product.",
  source:
    "Doctrine D8, S11. Changes together are the measure of coupling that predicts defects (D'Ambros, Lanza and Robbes, 2009).",
  thresholds: {
    share: "Share of changes that cross, at most.",
    changes: "Changes in a year at least, to say anything.",
  },
  effort: "weeks",
  run({ facts, threshold, missing, portfolio }) {
    if (portfolio.alone) return notApplicable("It is the only product here: there is no boundary to cross.");
    const recent = facts?.history?.recent;
    if (facts?.history === undefined) return unknown("Its history was not read.");
    if (recent === undefined || recent.counted < threshold("changes")) {
      return unknown(`${recent?.counted ?? 0} changes within a year say too little.`, [missing("few changes")]);
    }
    const share = Math.round((recent.crossing / recent.counted) * 100) / 100;
    const evidence = recent.together.slice(0, 5).map(({ product, commits }) => ({
      detail: `${commits} of them also changed ${portfolio.products.get(product)?.slug ?? product}`,
    }));
    const detail = `${recent.crossing} of ${recent.counted} changes within a year crossed its boundary.`;
    return atMost(
      share,
      threshold("share"),
      detail,
      evidence.length === 0 ? [missing("no commit crossed it")] : evidence,
    );
  },
};
