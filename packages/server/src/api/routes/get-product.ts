import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { productParameter } from "../schemas/parameters.ts";
import { foundProductSchema } from "../schemas/product.ts";

export const getProductRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}",
  operation: "getProduct",
  tag: "Products",
  summary: "One product by its id, slug or any alias, with the evidence of what is said of it",
  right: "read",
  params: productParameter,
  answer: foundProductSchema,
  problems: [404],
  async handle({ organisation, params: { product } }) {
    const found = present(await organisation.product(product), "product", product);
    return { value: found, version: found.row.version };
  },
});
