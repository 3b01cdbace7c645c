/** Products as the API shows them. */
import { assessmentRowSchema, productRefSchema, productRowSchema, productSchema } from "@freehold/model";
import * as z from "zod";

const count = z.int().nonnegative();

export const listedProductSchema = productRowSchema
  .extend({
    stage: z.string().optional(),
    assessment: assessmentRowSchema
      .omit({ product: true, slug: true, name: true, kind: true })
      .optional()
      .describe("In figures; absent: it was not assessed yet, or it is a hidden candidate"),
    charter: z.string().optional().describe("Path of its charter, where it has one"),
    version: count.describe("Raised by every change of the product itself; what `If-Match` names"),
    since: count.describe("The revision that last changed it"),
    gone: z.enum(["retired", "merged", "dismissed"]).optional().describe("Why it is in no list any more"),
  })
  .meta({ id: "ListedProduct" });

/** Of a list with `fields`: the id, and what was asked for. */
export const selectedProductSchema = listedProductSchema
  .partial()
  .required({ id: true })
  .meta({ id: "SelectedProduct" });

export const foundProductSchema = z
  .object({
    row: listedProductSchema,
    product: productSchema.describe("What the newest snapshot says, with its evidence; corrections are in the row"),
    by: z.enum(["id", "slug", "alias"]).describe("How it was found"),
  })
  .meta({ id: "FoundProduct" });

export const linkSchema = z
  .object({
    product: productRefSchema,
    scopes: z.array(z.string()),
    weight: count.describe("Import statements, at least one for each thing consumed"),
    links: count.describe("Things consumed"),
    development: z.boolean().describe("Nothing that ships relies on it"),
    since: count.describe("The revision from which on it is as it is"),
  })
  .meta({ id: "Link" });

const facet = z.array(z.object({ value: z.string(), count }));

export const facetsSchema = z
  .object({
    kind: facet,
    provenance: facet,
    stage: facet,
    hidden: facet,
    owned: facet,
    violating: facet,
    finding: facet,
    ownership: facet,
    has: facet,
    standing: facet.describe("Stage as declared, else as observed; empty: none is known"),
    steady: facet,
    action: facet,
  })
  .meta({ id: "Facets" });

export const pastProductSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    kind: z.string(),
    provenance: z.string(),
    stage: z.string().optional(),
    mission: z.string().optional(),
    owner: z.object({ kind: z.string(), id: z.string(), name: z.string() }).optional(),
    dependencies: count,
    dependents: count,
    since: count.describe("The revision that made it what it then was"),
  })
  .meta({ id: "PastProduct" });
