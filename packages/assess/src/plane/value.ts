/** What shows the value of a product: who relies on it, and who takes the trouble to contribute. */
import type { Term } from "@freehold/model";
import type { ProductContext } from "../context/product-context.ts";
import { rising } from "./scale.ts";

const SCALE = "a logarithmic scale of this standard: full at";
const FULL = { dependents: 30, reach: 100, outside: 20 };

/** Empty where nothing of the portfolio relies on it and nobody from outside shows: then value is not known. */
export function valueTerms(context: ProductContext): Term[] {
  const terms: Term[] = [];
  const dependents = context.dependents();
  // Without any, its users may be people, or outside: that says nothing.
  if (dependents.length > 0) {
    terms.push({
      name: "products that rely on it",
      value: dependents.length,
      unit: "products",
      points: rising(dependents.length, FULL.dependents),
      weight: 2,
      source: `${SCALE} ${FULL.dependents}`,
      evidence: dependents.slice(0, 5).map(({ slug }) => ({ rule: "plane.dependents", detail: slug })),
    });
    terms.push({
      name: "reach",
      value: context.reach,
      unit: "products",
      points: rising(context.reach, FULL.reach),
      weight: 1,
      source: `${SCALE} ${FULL.reach}`,
      evidence: [],
    });
  }
  const outside = context.facts?.history?.recent?.outside;
  if (outside !== undefined && (dependents.length > 0 || outside.people > 0)) {
    terms.push({
      name: "people from outside who contributed within a year",
      value: outside.people,
      unit: "people",
      points: rising(outside.people, FULL.outside),
      weight: 1,
      source: `${SCALE} ${FULL.outside}`,
      evidence: [
        { rule: "plane.outside", detail: `${outside.commits} commits by ${outside.people} people who do not own it` },
      ],
    });
  }
  return terms;
}
