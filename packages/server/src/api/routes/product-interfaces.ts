import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { productParameter } from "../schemas/parameters.ts";
import { interfaceSummarySchema } from "../schemas/unit.ts";

export const productInterfacesRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/interfaces",
  operation: "listInterfaces",
  tag: "Units and interfaces",
  summary: "What its units promise, by interface; their elements have an address of their own",
  right: "read",
  params: productParameter,
  answer: z.object({ items: z.array(interfaceSummarySchema) }),
  problems: [404],
  async handle({ organisation, params: { product } }) {
    return { value: { items: present(await organisation.interfaces(product), "product", product) } };
  },
});
