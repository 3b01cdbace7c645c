/**
 * The plane of value by simplicity (D9): two means of measures, each on a stated scale, and the product
 * score as their geometric mean, so that neither stands in for the other.
 */
import type { Plane, Term } from "@freehold/model";
import type { ProductContext } from "../context/product-context.ts";
import { simplicityTerms } from "./simplicity.ts";
import { valueTerms } from "./value.ts";

/** At least this much of both is good enough to be left in peace. */
export const GOOD = 0.7;

export function planeOf(context: ProductContext): Plane {
  const values = valueTerms(context);
  const simplicities = simplicityTerms(context);
  const value = mean(values);
  const simplicity = mean(simplicities);
  const score = value === undefined || simplicity === undefined ? undefined : Math.sqrt(value * simplicity);
  return {
    ...(value === undefined ? {} : { value }),
    ...(simplicity === undefined ? {} : { simplicity }),
    ...(score === undefined ? {} : { score }),
    valueTerms: values,
    simplicityTerms: simplicities,
    ...actionOf(value, simplicity, context.published),
    arithmetic: [
      sum("value", values, value),
      sum("simplicity", simplicities, simplicity),
      total(value, simplicity, score),
    ],
  };
}

function mean(terms: readonly Term[]): number | undefined {
  const weights = terms.reduce((total, { weight }) => total + weight, 0);
  return weights === 0 ? undefined : terms.reduce((total, { points, weight }) => total + points * weight, 0) / weights;
}

function actionOf(
  value: number | undefined,
  simplicity: number | undefined,
  published: boolean,
): Pick<Plane, "action" | "why"> {
  if (value === undefined || simplicity === undefined) {
    const missing = value === undefined ? "who uses it" : "how complex it is";
    return { action: "unknown", why: `Nothing here shows ${missing}, so no action follows.` };
  }
  if (value >= GOOD && simplicity >= GOOD)
    return { action: "keep", why: "It is valuable and simple: leave it in peace." };
  if (simplicity >= value && published) {
    return {
      action: "unknown",
      why: "It is published: its users outside, who would raise its value, are not seen here.",
    };
  }
  return simplicity < value
    ? { action: "simplify", why: "Its complexity holds it back more than its value does." }
    : { action: "add-value", why: "It is simpler than it is useful: find it users." };
}

function sum(name: string, terms: readonly Term[], result: number | undefined): string {
  if (result === undefined) return `${name}: not known`;
  const parts = terms.map(({ name: term, points, weight }) => `${weight} × ${points.toFixed(2)} (${term})`);
  const weights = terms.reduce((total, { weight }) => total + weight, 0);
  return `${name} = (${parts.join(" + ")}) / ${weights} = ${result.toFixed(2)}`;
}

function total(value: number | undefined, simplicity: number | undefined, score: number | undefined): string {
  if (value === undefined || simplicity === undefined || score === undefined) return "score: not known";
  return `score = √(${value.toFixed(2)} × ${simplicity.toFixed(2)}) = ${score.toFixed(2)}`;
}
