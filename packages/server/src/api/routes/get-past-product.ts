import { productSchema } from "@freehold/model";
import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { moment, name, timeOf } from "../schemas/parameters.ts";

export const getPastProductRoute = defineRoute({
  method: "GET",
  path: "/api/v1/past/products/{id}",
  operation: "getPastProduct",
  tag: "Changes",
  summary: "All that was known of a product at a time; its id only, as slugs and names change",
  right: "read",
  params: z.strictObject({ id: name.describe("Id of a product") }),
  query: z.strictObject({ at: moment }),
  answer: productSchema,
  problems: [404],
  async handle({ organisation, params: { id }, query: { at } }) {
    return { value: present(await organisation.productAt(id, timeOf(at)), "product at that time", id) };
  },
});
