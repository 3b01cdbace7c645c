import type { Product } from "@freehold/model";
import type { Check } from "../../check.ts";
import { counted } from "../../text/counted.ts";
import { OUTSIDE } from "./outside-text.ts";
import { atLeast, unknown } from "../../outcome.ts";

/** What only its own makers use has not met a stranger's need yet. */
export const usedBeyondItsTeam: Check = {
  name: "used-beyond-its-team",
  title: "Products of other owners rely on it",
  looksAt:
    "Owners of the products that rely on it, its own left out. Of products in the same repository only owners that a file names are another party.",
  mend: "Offer it to a team that has the same need, and take in what they miss.",
  source: "Doctrine S7, S12: solve the general case.",
  thresholds: { owners: "Other owners at least." },
  effort: "weeks",
  run({ product, published, dependents, threshold, missing }) {
    const users = dependents();
    if (users.length === 0)
      return unknown("No product of this portfolio relies on it; users outside are not seen here.");
    const own = new Set([
      product.ownership.owner?.value.id,
      ...product.ownership.declared.map(({ value }) => value.id),
    ]);
    const home = product.repositories[0];
    // Within one repository the history tells who did more, not who is another party: that a file has to say.
    const isOther = (user: Product) => {
      const { owner } = user.ownership;
      if (owner === undefined || own.has(owner.value.id)) return false;
      return owner.provenance !== "inferred" || !user.repositories.includes(home ?? "");
    };
    const others = new Map(
      users.flatMap((user) => {
        const { owner } = user.ownership;
        return owner === undefined || !isOther(user) ? [] : [[owner.value.id, owner.value.name] as const];
      }),
    );
    const unowned = users.filter(({ ownership }) => ownership.owner === undefined).length;
    if (others.size === 0 && unowned > 0)
      return unknown(`${unowned} of ${users.length} products that rely on it have no known owner.`);
    if (others.size < threshold("owners") && published)
      return unknown(
        `Only products of its own owners, or of its repository without another owner named, rely on it here; ${OUTSIDE}`,
      );
    const names = [...others.values()].slice(0, 8).join(", ");
    return atLeast(
      others.size,
      threshold("owners"),
      `${counted(users.length, "product")} ${users.length === 1 ? "relies" : "rely"} on it, of ${counted(others.size, "other owner")}.`,
      [
        missing(
          names === ""
            ? users
                .slice(0, 5)
                .map(({ slug }) => slug)
                .join(", ")
            : names,
        ),
      ],
    );
  },
};
