import * as z from "zod";
import { filterOf, filterQuery } from "../product-query.ts";
import { defineRoute } from "../route.ts";
import { name } from "../schemas/parameters.ts";
import { listedProductSchema } from "../schemas/product.ts";

const query = filterQuery.extend({
  q: name.describe("Words, beginnings of words, or a piece of a name of three characters or more"),
  limit: z.coerce.number().int().min(1).max(100).default(20).describe("1 to 100"),
});

export const searchRoute = defineRoute({
  method: "GET",
  path: "/api/v1/search",
  operation: "search",
  tag: "Products",
  summary: "Products by their text, best first: names before missions, paths and owners",
  right: "read",
  query,
  answer: z.object({
    items: z.array(listedProductSchema),
    total: z.int().nonnegative().describe("Matches found"),
    more: z.boolean().describe("There are others beyond what was looked at"),
  }),
  async handle({ organisation, query: { q, limit, ...words } }) {
    return { value: await organisation.search(q, { filter: await filterOf(organisation, words), limit }) };
  },
});
