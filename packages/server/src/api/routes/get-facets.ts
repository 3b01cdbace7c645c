import { filterOf, filterQuery } from "../product-query.ts";
import { defineRoute } from "../route.ts";
import { facetsSchema } from "../schemas/product.ts";

export const getFacetsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/facets",
  operation: "getFacets",
  tag: "Products",
  summary: "How many products there are of each kind, stage and so on, of those that match",
  right: "read",
  query: filterQuery,
  answer: facetsSchema,
  async handle({ organisation, query }) {
    return { value: await organisation.facets(await filterOf(organisation, query)) };
  },
});
