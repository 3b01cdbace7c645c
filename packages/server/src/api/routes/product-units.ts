import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { productParameter } from "../schemas/parameters.ts";
import { unitSummarySchema } from "../schemas/unit.ts";

export const productUnitsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/units",
  operation: "listUnits",
  tag: "Units and interfaces",
  summary: "Its units, by path",
  right: "read",
  params: productParameter,
  answer: z.object({ items: z.array(unitSummarySchema) }),
  problems: [404],
  async handle({ organisation, params: { product } }) {
    return { value: { items: present(await organisation.units(product), "product", product) } };
  },
});
