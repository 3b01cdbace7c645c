import * as z from "zod";
import { defineRoute } from "../route.ts";
import { listedCorrectionSchema } from "../schemas/correction.ts";
import { name } from "../schemas/parameters.ts";
import { iso } from "../iso.ts";

export const listCorrectionsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/corrections",
  operation: "listCorrections",
  tag: "Corrections",
  summary: "What people corrected, newest first, at most 500; taken back ones too",
  right: "read",
  query: z.strictObject({ product: name.optional().describe("Only of this product") }),
  answer: z.object({ items: z.array(listedCorrectionSchema) }),
  async handle({ organisation, query: { product } }) {
    const found = await organisation.corrections(product);
    return { value: { items: found.map((item) => ({ ...item, at: iso(item.at) })) } };
  },
});
