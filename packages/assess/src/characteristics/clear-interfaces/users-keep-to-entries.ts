import type { Check } from "../../check.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** Where users reach past the door, the door is in the wrong place, or nobody knows of it. */
export const usersKeepToEntries: Check = {
  name: "users-keep-to-entries",
  title: "Those who use it come through its declared entries",
  looksAt: "Imports of its files by other products that go past what its manifests declare as entries.",
  mend: "Export what they need from a declared entry, then change the imports that the evidence names.",
  source: "Doctrine D2: where it ends and the world begins is defined, for users alike.",
  thresholds: { products: "Products that go past its entries, at most." },
  effort: "hours",
  run({ product, portfolio, dependents, threshold, missing }) {
    const users = dependents();
    if (users.length === 0) return notApplicable("No product of the portfolio uses it.");
    const past = (portfolio.crossed.get(product.id) ?? []).filter(({ rule }) => rule === "entry-bypassed");
    const names = [...new Set(past.map(({ from }) => portfolio.products.get(from)?.slug ?? from))];
    const evidence =
      past.length > 0 ? past.flatMap((one) => one.evidence).slice(0, 10) : [missing(`${users.length} products use it`)];
    const detail =
      past.length === 0
        ? `${users.length === 1 ? "The product that uses it comes" : `All ${users.length} products that use it come`} through its entries.`
        : `${names.join(", ")} ${names.length === 1 ? "goes" : "go"} past its entries.`;
    return atMost(names.length, threshold("products"), detail, evidence);
  },
};
