import { iso } from "../iso.ts";
import { defineRoute } from "../route.ts";
import { summarySchema } from "../schemas/summary.ts";

export const getSummaryRoute = defineRoute({
  method: "GET",
  path: "/api/v1/summary",
  operation: "getSummary",
  tag: "Products",
  summary: "The portfolio in figures, each the length of a list",
  right: "read",
  answer: summarySchema,
  async handle({ organisation }) {
    const { scanned, ...summary } = await organisation.summary();
    return { value: scanned === undefined ? summary : { ...summary, scannedAt: iso(scanned) } };
  },
});
