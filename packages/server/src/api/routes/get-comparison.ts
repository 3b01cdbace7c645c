import { type Comparison, comparisonSchema } from "@freehold/model";
import type { OrganisationStore } from "@freehold/store";
import * as z from "zod";
import { comparisonOf } from "../local-part.ts";
import { defineRoute } from "../route.ts";

export const getComparisonRoute = defineRoute({
  method: "GET",
  path: "/api/v1/comparison",
  operation: "getComparison",
  tag: "Units and interfaces",
  summary: "What changed in the interfaces since the snapshot or revision that the server was told to compare with",
  right: "read",
  answer: comparisonSchema.extend({
    known: z.array(z.string()).describe("Slugs that it names and that lead to a product here"),
  }),
  problems: [409],
  async handle({ organisation, server }) {
    const comparison = comparisonOf(server);
    return { value: { ...comparison, known: await knownSlugs(organisation, comparison) } };
  },
});

async function knownSlugs(organisation: OrganisationStore, { products }: Comparison): Promise<string[]> {
  const hit = products.flatMap(({ units }) =>
    units.flatMap(({ changes }) => changes.flatMap(({ hits }) => hits.map(({ product }) => product))),
  );
  const known: string[] = [];
  for (const slug of new Set([...products.map(({ product }) => product.slug), ...hit])) {
    if ((await organisation.product(slug)) !== undefined) known.push(slug);
  }
  return known;
}
