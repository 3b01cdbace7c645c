import type { Check } from "../../check.ts";
import { failed, notApplicable, passed } from "../../outcome.ts";

/** What only its parent uses may well be a part of it. */
export const usedOutsideItsParent: Check = {
  name: "used-outside-its-parent",
  title: "Something besides its own parent uses it",
  looksAt:
    "Products that rely on it, those that it is part of and the other parts of the same whole left out. What publishes may have users who are not seen here.",
  mend: "Offer it to a second user, or call it what it is: a component (`kind: component`).",
  source: "Doctrine D3 and S7: value at the granular level, not only once pieced together.",
  effort: "weeks",
  run({ product, dependents, units, portfolio, missing }) {
    if (product.partOf === undefined) return notApplicable("It is part of nothing.");
    const users = dependents();
    const root = rootOf(product.id);
    const outside = users.filter(({ id }) => rootOf(id) !== root);
    if (outside.length > 0)
      return passed(
        `${outside
          .map(({ slug }) => slug)
          .slice(0, 5)
          .join(", ")} use it.`,
        [missing(`${outside.length} users outside`)],
      );
    if (units.some(({ published }) => published === true))
      return notApplicable("It is published: its users outside are not seen here.");
    return users.length === 0
      ? failed("Nothing of the portfolio uses it.", [missing("no dependents")])
      : failed(
          `Only ${users
            .map(({ slug }) => slug)
            .slice(0, 5)
            .join(", ")} of the same whole use it.`,
          [missing(`${users.length} users, all within`)],
        );

    function rootOf(id: string): string {
      const index = portfolio.graph.productIndex.get(id);
      return portfolio.graph.products[index === undefined ? -1 : (portfolio.graph.rootOf[index] ?? -1)]?.id ?? id;
    }
  },
};
