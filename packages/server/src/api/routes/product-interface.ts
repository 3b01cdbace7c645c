import { viewPart } from "@freehold/engine";
import { productInterfaceSchema } from "@freehold/model";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { productParameter } from "../schemas/parameters.ts";

/** Apart from the product itself: a library may promise thousands of elements, and most visits look at none. */
export const productInterfaceRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/interface",
  operation: "getInterface",
  tag: "Units and interfaces",
  summary: "What one product promises, beside what others use of it",
  right: "read",
  params: productParameter,
  answer: productInterfaceSchema,
  problems: [404],
  async handle({ organisation, params: { product } }) {
    const { snapshot, products } = present(await organisation.surroundings(product), "product", product);
    return { value: present(viewPart(snapshot).interfaceOf(products[0] ?? ""), "product", product) };
  },
});
