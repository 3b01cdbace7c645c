import { productRefSchema } from "@freehold/model";
import * as z from "zod";
import { defineRoute } from "../route.ts";

const cycle = z
  .object({
    members: z.array(productRefSchema),
    cuts: z
      .array(z.object({ from: productRefSchema, to: productRefSchema, weight: z.number() }))
      .describe("The few edges without which it is none"),
  })
  .meta({ id: "Cycle" });

export const listCyclesRoute = defineRoute({
  method: "GET",
  path: "/api/v1/cycles",
  operation: "listCycles",
  tag: "Graph",
  summary: "Products that rely on each other in circles, largest first",
  right: "read",
  answer: z.object({ items: z.array(cycle) }),
  async handle({ organisation }) {
    return { value: { items: await organisation.cycles() } };
  },
});
