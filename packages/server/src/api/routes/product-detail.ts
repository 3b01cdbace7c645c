import { viewPart } from "@freehold/engine";
import { productDetailSchema } from "@freehold/model";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { productParameter } from "../schemas/parameters.ts";

export const productDetailRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/detail",
  operation: "getProductDetail",
  tag: "Products",
  summary:
    "One product as its page shows it: units, what it provides, links both ways with their uses, findings, people",
  right: "read",
  params: productParameter,
  answer: productDetailSchema,
  problems: [404],
  async handle({ organisation, params: { product } }) {
    const { row } = present(await organisation.product(product), "product", product);
    const { snapshot } = present(await organisation.surroundings(row.id), "product", product);
    const detail = present(viewPart(snapshot).detail(row.id, row), "product", product);
    return { value: detail, version: row.version };
  },
});
