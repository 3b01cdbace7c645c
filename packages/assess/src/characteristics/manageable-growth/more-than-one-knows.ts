import type { Check } from "../../check.ts";
import { atLeast, unknown } from "../../outcome.ts";

/** Where one person leaves with most of the knowledge, nobody can pick it up. */
export const moreThanOneKnows: Check = {
  name: "more-than-one-knows",
  title: "More than one person knows most of it",
  looksAt: "Its truck factor: how many people can leave before most files have no author left.",
  mend: "Let somebody else make the next changes to the files that only one person has written.",
  source:
    "Avelino, Passos, Hora and Valente, A novel approach for estimating truck factors, 2016: 65 % of 133 popular projects had two or fewer.",
  thresholds: { people: "Truck factor at least." },
  effort: "weeks",
  run({ product, threshold }) {
    const factor = product.ownership.truckFactor;
    if (factor === undefined) return unknown("Its history was not read, or tells no author.");
    return atLeast(factor.value, threshold("people"), `Its truck factor is ${factor.value}.`, factor.evidence);
  },
};
