import type { Check } from "../../check.ts";
import { counted } from "../../text/counted.ts";
import { atLeast, unknown } from "../../outcome.ts";

/** Value shows first in those who rely on it. */
export const somebodyReliesOnIt: Check = {
  name: "somebody-relies-on-it",
  title: "Something relies on it",
  looksAt:
    "Products of the portfolio that ship with it. Users outside the portfolio are not seen here, so without dependents the answer is unknown, not no.",
  mend: "Find it a first user inside the organisation, or import figures of use from where it is used.",
  source: "Doctrine S7 and D9.",
  thresholds: { products: "Products that rely on it directly, at least." },
  effort: "weeks",
  run({ dependents, threshold, missing }) {
    const users = dependents();
    if (users.length === 0)
      return unknown("No product of this portfolio relies on it; users outside are not seen here.", [
        missing("no dependents in the portfolio"),
      ]);
    const shown = users
      .slice(0, 5)
      .map(({ slug }) => slug)
      .join(", ");
    return atLeast(
      users.length,
      threshold("products"),
      `${counted(users.length, "product")} ${users.length === 1 ? "relies" : "rely"} on it: ${shown}${users.length > 5 ? ", …" : ""}.`,
      [missing(shown)],
    );
  },
};
