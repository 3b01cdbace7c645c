/** What the HTTP API answers about characteristics: figures for lists, and one product with what its checks rest on. */
import * as z from "zod";
import { stepPatchSchema } from "./next.ts";
import { assessmentSchema, productAssessmentSchema } from "./assessment.ts";

const common = {
  standard: assessmentSchema.shape.standard,
  factsRead: z.boolean().describe("False: the snapshot is older than the facts that checks look at"),
};

/** Why a check asks what it asks. */
export const checkNoteSchema = z.object({
  looksAt: z.string(),
  source: z.string().describe("Where the rule comes from"),
  limits: z.array(z.object({ name: z.string(), value: z.number(), meaning: z.string() })),
});

export const assessmentResourceSchema = z.object({
  ...common,
  assessment: productAssessmentSchema,
  notes: z.record(z.string(), checkNoteSchema).describe("By id of the check"),
});

/** What lets the charter say what is observed. */
export const driftPatchSchema = z.object({
  subject: z.string(),
  declared: z.string(),
  observed: z.string(),
  file: z.string(),
  patch: z.string(),
});

/** Drafts of the next steps of one product, and patches of its drift. */
export const productDraftsSchema = z.object({
  drafts: z.array(stepPatchSchema),
  drift: z.array(driftPatchSchema),
});

export type DriftPatch = z.infer<typeof driftPatchSchema>;
export type ProductDrafts = z.infer<typeof productDraftsSchema>;
export type CheckNote = z.infer<typeof checkNoteSchema>;
export type AssessmentResource = z.infer<typeof assessmentResourceSchema>;
