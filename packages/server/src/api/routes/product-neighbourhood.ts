import { graphResourceSchema } from "@freehold/model";
import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { productParameter } from "../schemas/parameters.ts";

const query = z.strictObject({
  depth: z.coerce.number().int().min(1).max(4).default(2).describe("Edges away"),
  most: z.coerce.number().int().min(1).max(300).default(300).describe("Most products"),
});

export const productNeighbourhoodRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/neighbourhood",
  operation: "getNeighbourhood",
  tag: "Graph",
  summary: "The picture around it: what is near in both directions, with the edges between all of that",
  right: "read",
  params: productParameter,
  query,
  answer: graphResourceSchema,
  problems: [404],
  async handle({ organisation, params: { product }, query: options }) {
    return { value: present(await organisation.neighbourhood(product, options), "product", product) };
  },
});
