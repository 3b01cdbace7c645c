import { useSchema } from "@freehold/model";
import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { name, productParameter } from "../schemas/parameters.ts";

export const productUsesRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/dependencies/{dependency}/uses",
  operation: "listUses",
  tag: "Graph",
  summary: "The evidence of a dependency: what its units consume of the other, and where",
  right: "read",
  params: productParameter.extend({ dependency: name.describe("Id, slug or alias of the product that is used") }),
  answer: z.object({ items: z.array(useSchema) }),
  problems: [404],
  async handle({ organisation, params: { product, dependency } }) {
    const uses = await organisation.uses(product, dependency);
    return { value: { items: present(uses, "pair of products", `${product}" and "${dependency}`) } };
  },
});
