/** A product as Freehold sees it: declared by its charter, imported, or proposed as a candidate. */
import * as z from "zod";
import { claimSchema, evidenceSchema, provenanceSchema } from "./evidence.ts";
import { ownershipSchema } from "./ownership.ts";

/** Not everything is a product: a component belongs to one product, a process is procedure and not code. */
export const productKindSchema = z.enum(["product", "component", "process"]).meta({ id: "ProductKind" });

export const stageSchema = z
  .enum(["idea", "proof-of-concept", "alpha", "beta", "stable", "mature", "revenue", "obsolete"])
  .meta({ id: "Stage" });

export const productSchema = z
  .object({
    id: z.string().describe("Opaque and for life"),
    slug: z.string().describe("Readable and unique in the snapshot; may change"),
    aliases: z.array(z.string()).describe("Other names, paths and identifiers it is or was known by"),
    name: z.string(),
    kind: productKindSchema,
    provenance: provenanceSchema.describe("`inferred` is a candidate: found, not yet claimed"),
    hidden: z.boolean().optional().describe("A folder without a manifest in a larger unit"),
    confidence: z.number().min(0).max(1),
    partOf: z.string().optional().describe("Id of the product it is a component or part of"),
    charter: z.string().optional().describe("Path of its product.yaml"),
    mission: claimSchema(z.string()).optional(),
    stage: claimSchema(stageSchema).optional(),
    repositories: z.array(z.string()),
    units: z.array(z.string()),
    paths: z.array(z.string()).describe("Folders, `<repository>:<path>`; a deeper product owns its own"),
    reasons: z.array(evidenceSchema).min(1).describe("Why these units are one product"),
    ownership: ownershipSchema,
  })
  .meta({ id: "Product" });

export type ProductKind = z.infer<typeof productKindSchema>;
export type Stage = z.infer<typeof stageSchema>;
export type Product = z.infer<typeof productSchema>;
