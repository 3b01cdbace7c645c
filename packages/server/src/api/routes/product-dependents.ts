import { present } from "../not-found.ts";
import { pageOptions } from "../page-options.ts";
import { defineRoute } from "../route.ts";
import { countedPageOf } from "../schemas/page.ts";
import { pageQuery, productParameter } from "../schemas/parameters.ts";
import { linkSchema } from "../schemas/product.ts";

export const productDependentsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/dependents",
  operation: "listDependents",
  tag: "Graph",
  summary: "Products that rely on it directly",
  right: "read",
  params: productParameter,
  query: pageQuery,
  answer: countedPageOf(linkSchema),
  problems: [404],
  async handle({ organisation, params: { product }, query }) {
    return { value: present(await organisation.dependents(product, pageOptions(query)), "product", product) };
  },
});
