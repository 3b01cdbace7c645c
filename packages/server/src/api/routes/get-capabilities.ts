import { type Comparison, type ComparisonSummary, comparisonSummarySchema } from "@freehold/model";
import * as z from "zod";
import { defineRoute } from "../route.ts";

export const getCapabilitiesRoute = defineRoute({
  method: "GET",
  path: "/api/v1/capabilities",
  operation: "getCapabilities",
  tag: "Organisations",
  summary: "What this server can answer beside what it keeps; the session says what you may do",
  right: "read",
  answer: z.object({
    drafts: z.boolean().describe("Drafts of next steps can be made: the repositories are at hand"),
    comparison: comparisonSummarySchema.optional().describe("Absent: nothing was named to compare with"),
  }),
  async handle({ server: { local } }) {
    const drafts = local?.drafts !== undefined;
    const comparison = local?.comparison;
    return { value: comparison === undefined ? { drafts } : { drafts, comparison: inFigures(comparison) } };
  },
});

function inFigures({ base, head, products }: Comparison): ComparisonSummary {
  return {
    base: base.label,
    head: head.label,
    products: products.length,
    breaking: products.reduce((sum, { breaking }) => sum + breaking, 0),
    unknown: products.reduce((sum, { unknown }) => sum + unknown, 0),
  };
}
