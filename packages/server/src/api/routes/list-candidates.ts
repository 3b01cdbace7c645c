import { pageOptions } from "../page-options.ts";
import { defineRoute } from "../route.ts";
import { countedPageOf } from "../schemas/page.ts";
import { pageQuery } from "../schemas/parameters.ts";
import { listedProductSchema } from "../schemas/product.ts";

export const listCandidatesRoute = defineRoute({
  method: "GET",
  path: "/api/v1/candidates",
  operation: "listCandidates",
  tag: "Products",
  summary: "Products that were found and that nobody declared or accepted yet, most relied on first",
  right: "read",
  query: pageQuery,
  answer: countedPageOf(listedProductSchema),
  async handle({ organisation, query }) {
    const filter = { provenance: ["inferred"], hidden: false };
    return { value: await organisation.products({ filter, sort: "reach", descending: true, ...pageOptions(query) }) };
  },
});
