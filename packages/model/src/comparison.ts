/** Two snapshots compared, as the HTTP API answers it: the same changes as in `freehold diff`, for any number of repositories. */
import * as z from "zod";
import { diffSchema } from "./diff.ts";

export const comparisonSideSchema = z.object({
  label: z.string().describe("What was asked for: a revision, or the name of a file"),
  revision: z.string().optional(),
  createdAt: z.iso.datetime().optional().describe("When the snapshot was made"),
});

export const comparisonSchema = diffSchema.pick({ products: true, unchanged: true, problems: true }).extend({
  base: comparisonSideSchema,
  head: comparisonSideSchema,
  judged: z
    .enum(["sources", "shapes"])
    .describe("sources: by the rules of each kind; shapes: snapshots say that a shape changed, and not how"),
});

/** The comparison in figures, for the frame around every page. */
export const comparisonSummarySchema = z.object({
  base: z.string(),
  head: z.string(),
  products: z.int().nonnegative(),
  breaking: z.int().nonnegative(),
  unknown: z.int().nonnegative(),
});

export type ComparisonSide = z.infer<typeof comparisonSideSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
export type ComparisonSummary = z.infer<typeof comparisonSummarySchema>;
