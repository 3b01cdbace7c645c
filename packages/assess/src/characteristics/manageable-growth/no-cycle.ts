import type { Check } from "../../check.ts";
import { failed, notApplicable, passed } from "../../outcome.ts";

/** Products in a cycle are one product: none can be understood, built or released alone. */
export const noCycle: Check = {
  name: "no-cycle",
  title: "It does not rely on what relies on it",
  looksAt: "Cycles among the products of the portfolio, by what they ship.",
  mend: "Cut the cycle where the fewest imports are; `freehold explain` shows them.",
  source: "Martin, the acyclic dependencies principle, 1996; doctrine D4.",
  effort: "days",
  run({ violations, dependencies, product, missing }) {
    const cycle = violations.find(({ rule }) => rule === "cycle");
    if (cycle !== undefined) return failed(cycle.message, cycle.evidence.slice(0, 5));
    const on = dependencies();
    if (on.length === 0) return notApplicable("It relies on no other product of the portfolio.");
    return passed(`None of the ${on.length} products that it relies on relies on ${product.name}.`, [
      missing(
        on
          .slice(0, 5)
          .map(({ slug }) => slug)
          .join(", "),
      ),
    ]);
  },
};
