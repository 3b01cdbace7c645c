/** Which changes the page shows. */
import type { Facets, FacetSearch } from "../app/facets.ts";
import { type ChangedElement, classOf } from "./change.ts";

export type ChangeFacet = "class" | "effect" | "product" | "rule" | "hits";

export type ChangesSearch = FacetSearch<ChangeFacet>;

export const changeFacets: Facets<ChangedElement, ChangeFacet> = {
  values: {
    class: ({ findings }) => [...new Set(findings.map(classOf))],
    effect: ({ change }) => [change.effect],
    product: ({ product }) => [product.product.slug],
    rule: ({ findings }) => [...new Set(findings.map(({ rule }) => rule))],
    hits: ({ change, product }) => [hitsOf(change.hits, product.product.slug)],
  },
  text: ({ name, change, findings, unit }) =>
    [
      name,
      unit.name,
      change.before?.signature,
      change.after?.signature,
      ...findings.flatMap(({ message, rule }) => [message, rule]),
    ].join("\n"),
};

/** A unit of the same product is changed together with it, and so is not hit as others are. */
function hitsOf(hits: readonly { readonly product: string }[], own: string): "some" | "own" | "none" {
  if (hits.some(({ product }) => product !== own)) return "some";
  return hits.length > 0 ? "own" : "none";
}
