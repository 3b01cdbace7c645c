import { graphResourceSchema } from "@freehold/model";
import * as z from "zod";
import { defineRoute } from "../route.ts";

export const getGraphRoute = defineRoute({
  method: "GET",
  path: "/api/v1/graph",
  operation: "getGraph",
  tag: "Graph",
  summary:
    "The picture of the portfolio, or of those products that most others rely on; the neighbourhood of one is its own",
  right: "read",
  query: z.strictObject({ most: z.coerce.number().int().min(1).max(300).default(300).describe("Most products") }),
  answer: graphResourceSchema,
  async handle({ organisation, query: { most } }) {
    return { value: await organisation.picture(most) };
  },
});
