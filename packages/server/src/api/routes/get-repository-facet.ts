import * as z from "zod";
import { filterOf, filterQuery } from "../product-query.ts";
import { defineRoute } from "../route.ts";

export const getRepositoryFacetRoute = defineRoute({
  method: "GET",
  path: "/api/v1/facets/repository",
  operation: "getRepositoryFacet",
  tag: "Products",
  summary: "Repositories by how many of the matching products they have, the largest fifty",
  right: "read",
  query: filterQuery.omit({ repository: true }),
  answer: z.object({
    items: z.array(z.object({ value: z.string(), label: z.string(), count: z.int().nonnegative() })),
  }),
  async handle({ organisation, query }) {
    return { value: { items: await organisation.repositoryFacet(await filterOf(organisation, query)) } };
  },
});
