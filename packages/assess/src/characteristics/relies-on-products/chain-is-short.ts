import type { Check } from "../../check.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** A change at the bottom of a long chain takes as many releases as it has links. */
export const chainIsShort: Check = {
  name: "chain-is-short",
  title: "A change at the bottom reaches it in a few releases",
  looksAt: "The longest chain of products of the portfolio below it, by what is shipped; a cycle counts once.",
  mend: "Rely on the product at the bottom directly where only that is used, or join two links that always change together.",
  source: "Doctrine D4: products all the way down, and D8. Each link is a release that somebody has to make.",
  thresholds: { links: "Links at most." },
  effort: "weeks",
  run({ portfolio, index, dependencies, threshold, missing }) {
    const on = dependencies();
    if (on.length === 0) return notApplicable("It relies on no other product of the portfolio.");
    const depths = portfolio.depths();
    const depth = depths[index] ?? 0;
    const chain: string[] = [];
    for (let at: number | undefined = index; at !== undefined && chain.length < 30;) {
      const below: number = at;
      chain.push(portfolio.graph.products[below]?.slug ?? "");
      at = portfolio.below(below).find((other) => (depths[other] ?? 0) === (depths[below] ?? 0) - 1);
    }
    return atMost(depth, threshold("links"), `The longest chain below it has ${depth} links.`, [
      missing(chain.join(" → ")),
    ]);
  },
};
