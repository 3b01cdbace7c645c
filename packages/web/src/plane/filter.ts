/** Which products the plane and its table show. */
import type { AssessmentRow } from "@freehold/model";
import type { Facets, FacetSearch } from "../app/facets.ts";

export type PlaneFacet = "action" | "stage" | "steady" | "kind";

export type PlaneSearch = FacetSearch<PlaneFacet> & { readonly sort?: string };

export const planeFacets: Facets<AssessmentRow, PlaneFacet> = {
  values: {
    action: ({ action }) => [action],
    stage: ({ stage = "none" }) => [stage],
    steady: ({ steady }) => [steady ? "reached" : "open"],
    kind: ({ kind }) => [kind],
  },
  text: ({ name, slug }) => `${name}\n${slug}`,
};
