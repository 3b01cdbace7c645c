import { productRefSchema } from "@freehold/model";
import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { limit, productParameter } from "../schemas/parameters.ts";

const count = z.int().nonnegative();

export const productReachRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/reach",
  operation: "getReach",
  tag: "Graph",
  summary: "Everything that relies on it, directly or through others, nearest first",
  right: "read",
  params: productParameter,
  query: z.strictObject({ limit }),
  answer: z.object({
    items: z.array(z.object({ product: productRefSchema, distance: count.describe("Edges away") })),
    total: count.describe("How many there are in all"),
    more: z.boolean().describe("There are more than are shown"),
  }),
  problems: [404],
  async handle({ organisation, params: { product }, query }) {
    return { value: present(await organisation.reach(product, query.limit), "product", product) };
  },
});
