/**
 * What the HTTP API answers, so that server and web app share one vocabulary.
 *
 * A list row carries figures and references only; evidence comes with the one product that is asked
 * for. That keeps ten thousand rows at a few megabytes, a few hundred kilobytes compressed.
 */
import * as z from "zod";
import { provenanceSchema } from "./evidence.ts";
import { ownerRefSchema, ownershipSchema, personSchema } from "./ownership.ts";
import { problemSchema } from "./problem.ts";
import { productKindSchema, productSchema } from "./product.ts";
import { repositorySchema, violationSchema } from "./snapshot.ts";
import { consumeSchema, provideSchema, unitSchema } from "./unit.ts";

const count = z.int().nonnegative();

export const productRefSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  kind: productKindSchema,
});

/** An owner as a list shows it; why it is the owner is in the product's own resource. */
export const ownerSummarySchema = ownerRefSchema.extend({
  confidence: z.number().min(0).max(1),
  provenance: provenanceSchema,
});

export const productRowSchema = productRefSchema.extend({
  provenance: provenanceSchema,
  confidence: z.number().min(0).max(1),
  hidden: z.boolean().optional(),
  partOf: productRefSchema.optional(),
  mission: z.string().optional(),
  repositories: z.array(z.string()),
  owner: ownerSummarySchema.optional(),
  ownerFindings: ownershipSchema.shape.findings,
  units: count,
  provides: count.describe("Identifiers that its units provide"),
  dependencies: count.describe("Products it relies on directly"),
  externals: count.describe("Things from outside the portfolio it relies on"),
  dependents: count.describe("Products that rely on it directly"),
  reach: count.describe("Products that rely on it, directly or through others"),
  violations: count,
  problems: count,
});

/** One use of an identifier: which unit consumes it, how, and where that can be seen. */
export const useSchema = consumeSchema.extend({ unit: z.object({ id: z.string(), name: z.string() }) });

/** Everything one product uses of another. `total` counts the uses; `uses` holds the first of them. */
export const productLinkSchema = z.object({
  product: productRefSchema,
  uses: z.array(useSchema),
  total: count,
  development: z.boolean().describe("Every use is in development or test: nothing that ships relies on it"),
});

export const externalLinkSchema = productLinkSchema.omit({ product: true }).extend({ identifier: z.string() });

export const unitRowSchema = unitSchema
  .omit({ provides: true, consumes: true, interfaces: true, ownership: true })
  .extend({
    provides: count,
    consumes: count,
    elements: count.optional().describe("Elements of its interfaces; absent: they were not read"),
    owner: ownerSummarySchema.optional(),
  });

export const providedSchema = provideSchema.extend({
  unit: z.object({ id: z.string(), name: z.string() }),
  dependents: z.array(productRefSchema).describe("Products that consume this identifier"),
});

export const personRefSchema = personSchema.pick({
  id: true,
  name: true,
  logins: true,
  bot: true,
  commits: true,
  lastCommit: true,
});

export const violationRowSchema = violationSchema.extend({
  from: productRefSchema.optional(),
  to: productRefSchema.optional(),
});

export const problemRowSchema = problemSchema.extend({ product: productRefSchema.optional() });

export const productDetailSchema = z.object({
  product: productSchema,
  row: productRowSchema,
  parts: z.array(productRefSchema).describe("Components and parts of it"),
  units: z.array(unitRowSchema),
  provides: z.array(providedSchema),
  dependencies: z.array(productLinkSchema),
  externals: z.array(externalLinkSchema),
  dependents: z.array(productLinkSchema),
  violations: z.array(violationRowSchema),
  problems: z.array(problemRowSchema),
  people: z.array(personRefSchema).describe("Everybody its ownership names"),
  repositories: z.array(repositorySchema.pick({ id: true, name: true, url: true, revision: true })),
});

export const graphNodeSchema = productRefSchema.extend({
  owner: z.string().optional(),
  repository: z.string().optional(),
  reach: count,
  dependents: count,
  dependencies: count,
  violations: count,
});

export const graphEdgeSchema = z.object({
  from: z.string().describe("Slug of the product that relies on the other"),
  to: z.string(),
  uses: count,
  development: z.boolean().describe("Every use is in development, build or test"),
  violation: z.boolean(),
});

/** The picture of a portfolio, or of the part of it that fits; `shown` says which part. */
export const graphResourceSchema = z.object({
  nodes: z.array(graphNodeSchema),
  edges: z.array(graphEdgeSchema),
  total: count.describe("Products in the portfolio"),
  shown: z.enum(["all", "connected", "most-relied-on", "neighbourhood"]),
});

export type ProductRef = z.infer<typeof productRefSchema>;
export type OwnerSummary = z.infer<typeof ownerSummarySchema>;
export type ProductRow = z.infer<typeof productRowSchema>;
export type Use = z.infer<typeof useSchema>;
export type ProductLink = z.infer<typeof productLinkSchema>;
export type ExternalLink = z.infer<typeof externalLinkSchema>;
export type UnitRow = z.infer<typeof unitRowSchema>;
export type Provided = z.infer<typeof providedSchema>;
export type PersonRef = z.infer<typeof personRefSchema>;
export type ViolationRow = z.infer<typeof violationRowSchema>;
export type ProblemRow = z.infer<typeof problemRowSchema>;
export type ProductDetail = z.infer<typeof productDetailSchema>;
export type GraphNode = z.infer<typeof graphNodeSchema>;
export type GraphEdge = z.infer<typeof graphEdgeSchema>;
export type GraphResource = z.infer<typeof graphResourceSchema>;
