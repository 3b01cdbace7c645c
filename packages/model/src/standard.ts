/**
 * The standard: what an organisation holds its products to. `freehold-standard.yaml`, kept by whoever
 * answers for it. The standard that Freehold ships is written in the same format.
 */
import * as z from "zod";
import { productKindSchema, stageSchema } from "./product.ts";

export const STANDARD_FILE = "freehold-standard.yaml";

const text = z.string().trim().min(1);
const weight = z.number().min(0).max(100);

export const applicabilitySchema = z
  .strictObject({
    kinds: z.array(productKindSchema).min(1).optional().describe("Default: products alone"),
    from: stageSchema.optional().describe("The first stage that it is asked of; default: every stage"),
    until: stageSchema.optional().describe("The last stage that it is asked of"),
    when: text.optional().describe("A CEL expression over the model; false: it does not apply"),
  })
  .meta({ id: "Applicability" });

export const standardCheckSchema = z
  .strictObject({
    weight: weight.optional().describe("Against the other checks of its characteristic; 0 switches it off"),
    thresholds: z.record(z.string(), z.number()).optional(),
    appliesTo: applicabilitySchema.optional(),
    title: text.optional().describe("Own checks: what should be true"),
    passes: text.optional().describe("Own checks: a CEL expression over the model, true where the product passes"),
    detail: text.optional().describe("Own checks: what to say when it fails"),
    mend: text.optional().describe("Own checks: what to do when it fails"),
    source: text.optional().describe("Where the rule comes from"),
  })
  .meta({ id: "StandardCheck" });

export const standardCharacteristicSchema = z
  .strictObject({
    title: text.optional(),
    weight: weight.optional(),
    checks: z.record(z.string(), standardCheckSchema).optional(),
  })
  .meta({ id: "StandardCharacteristic" });

export const exemptionSchema = z
  .strictObject({
    product: text.describe("Slug or id; `*` for every product"),
    check: text.describe("Id of a check, or `<characteristic>/*`"),
    reason: text,
    expires: z.iso.date().describe("The last day that it counts, such as 2026-12-31"),
  })
  .meta({ id: "Exemption" });

export const standardSchema = z
  .strictObject({
    standard: text.describe("Its name"),
    version: text,
    extends: z.literal("freehold").optional().describe("Start from the standard that Freehold ships"),
    makesNoSense: z
      .strictObject({
        component: z.number().min(0).max(1).optional(),
        process: z.number().min(0).max(1).optional(),
      })
      .optional()
      .describe("Share of the checks that make no sense from which a product is called something else"),
    characteristics: z.record(z.string(), standardCharacteristicSchema),
    exemptions: z.array(exemptionSchema).optional(),
  })
  .meta({ id: "Standard" });

export type Applicability = z.infer<typeof applicabilitySchema>;
export type StandardCheck = z.infer<typeof standardCheckSchema>;
export type StandardCharacteristic = z.infer<typeof standardCharacteristicSchema>;
export type Exemption = z.infer<typeof exemptionSchema>;
export type Standard = z.infer<typeof standardSchema>;
