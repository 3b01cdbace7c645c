/** The steps that make one product better, with drafts as a patch: `freehold next --json`. */
import * as z from "zod";
import { nextStepSchema } from "./assessment.ts";

export const NEXT_FORMAT = "freehold.next";
export const NEXT_VERSION = 1;

export const stepDraftSchema = z
  .object({
    step: z.string(),
    files: z.array(z.string()).describe("Paths in the repository of the product that the patch makes or changes"),
    questions: z.array(z.string()).describe("What only a person knows; marked in the files"),
  })
  .meta({ id: "StepDraft" });

/** The draft of one step by itself. */
export const stepPatchSchema = stepDraftSchema.extend({
  patch: z.string().describe("A unified diff for `git apply`"),
});

export const nextSchema = z
  .object({
    format: z.literal(NEXT_FORMAT),
    version: z.literal(NEXT_VERSION),
    product: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
    repository: z.string(),
    score: z.number().min(0).max(1).optional(),
    steps: z.array(nextStepSchema).describe("What raises the product most for its effort first"),
    drift: z
      .array(z.object({ subject: z.string(), declared: z.string(), observed: z.string(), mend: z.string() }))
      .describe("Where what is declared and what is observed part"),
    driftPatch: z
      .string()
      .describe("What lets its files say what is observed, as a unified diff; empty where only people can say"),
    drafts: z.array(stepDraftSchema),
    patch: z.string().describe("All drafts as one unified diff for `git apply`; empty where nothing can be drafted"),
  })
  .meta({ id: "Next" });

export type StepPatch = z.infer<typeof stepPatchSchema>;
export type Next = z.infer<typeof nextSchema>;
