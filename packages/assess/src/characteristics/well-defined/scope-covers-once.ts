import type { Check } from "../../check.ts";
import { failed, notApplicable, passed } from "../../outcome.ts";

/** What two products claim has two owners, and what none claims has none. */
export const scopeCoversOnce: Check = {
  name: "scope-covers-once",
  title: "Its scope covers its paths exactly once",
  looksAt: "Paths that its charter and another's both claim, and paths around it that no charter claims.",
  mend: "Narrow `scope.include` or `scope.exclude` in one of the charters, or give the path a product of its own.",
  source: "Doctrine S1: every piece of work belongs to exactly one product.",
  effort: "minutes",
  run({ product, violations, facts, at }) {
    if (product.charter === undefined) return notApplicable("It has no charter that could claim paths.");
    const wrong = violations.filter(({ rule }) => rule === "scope-overlap" || rule === "unowned-path");
    const files = facts?.size.files;
    return wrong.length === 0
      ? passed(`Its charter claims its ${files ?? ""} files alone.`.replace("  ", " "), [at(product.charter)])
      : failed(wrong[0]?.message ?? "", wrong.flatMap(({ evidence }) => evidence).slice(0, 10), {
          value: wrong.length,
          threshold: 0,
        });
  },
};
