import type { Check } from "../../check.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** Who reaches into another product has taken over its maintenance without saying so. */
export const respectsOthersEntries: Check = {
  name: "respects-others-entries",
  title: "It uses other products through their declared entries",
  looksAt: "Its imports of other products' files that go past what their manifests declare.",
  mend: "Import what the entry of the other product exports; ask its owner for what is missing there.",
  source: "Doctrine D2.",
  thresholds: { places: "Such products at most." },
  effort: "hours",
  run({ violations, dependencies, threshold, missing }) {
    const on = dependencies();
    const past = violations.filter(({ rule }) => rule === "entry-bypassed");
    if (on.length === 0 && past.length === 0) return notApplicable("It uses no other product of the portfolio.");
    const evidence =
      past.length > 0 ? past.flatMap((one) => one.evidence).slice(0, 10) : [missing(`it uses ${on.length} products`)];
    const detail =
      past.length > 0 ? (past[0]?.message ?? "") : `It uses ${on.length} products, all through their entries.`;
    return atMost(past.length, threshold("places"), detail, evidence);
  },
};
