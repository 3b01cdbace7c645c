/**
 * The assessment of products: characteristics made of checks, each with a result and its evidence.
 * Made from a snapshot and a standard alone; `freehold assess --json`.
 */
import * as z from "zod";
import { evidenceSchema } from "./evidence.ts";
import { productKindSchema, stageSchema } from "./product.ts";

export const ASSESSMENT_FORMAT = "freehold.assessment";
export const ASSESSMENT_VERSION = 1;

const share = z.number().min(0).max(1);

export const checkResultSchema = z
  .enum(["passed", "failed", "not-applicable", "unknown"])
  .meta({ id: "CheckResult", description: "unknown is never a pass, not-applicable never a failure" });

export const checkOutcomeSchema = z
  .object({
    check: z.string().describe("Id of the check, `<characteristic>/<check>`"),
    title: z.string(),
    result: checkResultSchema,
    detail: z.string().describe("What was found, in one sentence, with the figures"),
    value: z.union([z.number(), z.string(), z.boolean()]).optional().describe("The figure that was compared"),
    threshold: z.union([z.number(), z.string()]).optional().describe("What it was compared with"),
    evidence: z.array(evidenceSchema),
    mend: z.string().optional().describe("What to do, of a failed check and of one that can't be told"),
    step: z.string().optional().describe("Id of the next step that mends it"),
    weight: z.number().nonnegative(),
    excused: z
      .object({
        by: z.enum(["exemption", "makes-no-sense"]),
        reason: z.string(),
        expires: z.string(),
        path: z.string().optional().describe("The file that says so"),
        instead: checkResultSchema.describe("What the check itself said"),
      })
      .optional()
      .describe("A human statement stands in for the result"),
  })
  .meta({ id: "CheckOutcome" });

export const characteristicResultSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    score: share.optional().describe("Weight that passed, of the weight that applies; absent: nothing applies"),
    possible: share.optional().describe("The same, if all that is unknown passed"),
    weight: z.number().nonnegative(),
    checks: z.array(checkOutcomeSchema),
  })
  .meta({ id: "CharacteristicResult" });

export const termSchema = z
  .object({
    name: z.string(),
    value: z.number().describe("What was measured"),
    unit: z.string(),
    points: share.describe("The measure on a scale from 0 to 1"),
    weight: z.number(),
    source: z.string().describe("Where the scale comes from"),
    evidence: z.array(evidenceSchema),
  })
  .meta({ id: "Term" });

export const planeSchema = z
  .object({
    value: share.optional(),
    simplicity: share.optional(),
    score: share.optional().describe("Geometric mean of the two; absent where one is not known"),
    valueTerms: z.array(termSchema),
    simplicityTerms: z.array(termSchema),
    action: z.enum(["simplify", "add-value", "keep", "unknown"]).describe("What to do this quarter"),
    why: z.string(),
    arithmetic: z.array(z.string()).describe("The sums, line by line"),
  })
  .meta({ id: "Plane" });

export const steadyStateSchema = z
  .object({
    reached: z.boolean(),
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        result: checkResultSchema,
        detail: z.string(),
        evidence: z.array(evidenceSchema),
        mend: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "SteadyState" });

export const stageResultSchema = z
  .object({
    declared: stageSchema.optional(),
    observed: stageSchema.optional().describe("Absent: the evidence tells none"),
    reasons: z.array(z.object({ text: z.string(), evidence: z.array(evidenceSchema) })),
  })
  .meta({ id: "StageResult" });

/** What one line of a file would say instead. */
export const driftEditSchema = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("charter"),
      file: z.string(),
      op: z.enum(["add", "remove", "replace"]).describe("As in RFC 6902; `add` goes to the end of a list"),
      at: z.array(z.union([z.string(), z.int()])).describe("Keys from the top; of `add` the list's"),
      value: z.unknown().optional(),
    }),
    z.object({
      kind: z.literal("value"),
      file: z.string(),
      key: z.string().describe("Field at the top of the manifest, or of its table about the package"),
      from: z.string(),
      to: z.string(),
    }),
    z.object({ kind: z.literal("append"), file: z.string(), text: z.string().describe("One line") }),
  ])
  .meta({ id: "DriftEdit" });

export const driftSchema = z
  .object({
    subject: z.string().describe("stage, owner, scope, interfaces, version, …"),
    declared: z.string(),
    observed: z.string(),
    evidence: z.array(evidenceSchema),
    mend: z.string(),
    edit: driftEditSchema.optional().describe("Absent where only a person can say what is right"),
  })
  .meta({ id: "Drift" });

export const nextStepSchema = z
  .object({
    step: z.string().describe("Id of the step"),
    title: z.string().describe("What to do"),
    why: z.array(z.string()).describe("What the failed checks found"),
    checks: z.array(z.string()),
    effort: z.enum(["minutes", "hours", "days", "weeks"]),
    raises: z
      .array(z.object({ characteristic: z.string(), by: share }))
      .describe("By how much, when every check of it passes"),
    gain: share.describe("By how much the whole score rises"),
    draft: z.boolean().describe("`freehold next --patch` writes a draft of it"),
  })
  .meta({ id: "NextStep" });

export const productAssessmentSchema = z
  .object({
    product: z.string(),
    slug: z.string(),
    name: z.string(),
    kind: productKindSchema,
    score: share.optional(),
    possible: share.optional().describe("The score, if all that is unknown passed"),
    characteristics: z.array(characteristicResultSchema),
    stage: stageResultSchema,
    steadyState: steadyStateSchema,
    plane: planeSchema,
    drift: z.array(driftSchema),
    suggestedKind: z
      .object({ kind: z.enum(["component", "process"]), why: z.string() })
      .optional()
      .describe("Enough makes no sense for it, so it is something else than a product"),
    next: z.array(nextStepSchema),
  })
  .meta({ id: "ProductAssessment" });

/** A product in a list: figures alone, what they rest on is in its own assessment. */
export const assessmentRowSchema = z
  .object({
    product: z.string(),
    slug: z.string(),
    name: z.string(),
    kind: productKindSchema,
    score: share.optional(),
    possible: share.optional(),
    characteristics: z.record(z.string(), share).describe("Score of each characteristic that applies"),
    weakest: z.string().optional().describe("Id of the characteristic with the lowest score"),
    failed: z.int().nonnegative(),
    unknown: z.int().nonnegative(),
    stage: stageSchema.optional().describe("Declared, else observed"),
    observed: stageSchema.optional(),
    steady: z.boolean(),
    value: share.optional(),
    simplicity: share.optional(),
    action: planeSchema.shape.action,
    drift: z.array(z.string()).describe("Subjects in which declared and observed part"),
    next: z.string().optional().describe("The first thing to do"),
  })
  .meta({ id: "AssessmentRow" });

export const assessmentSchema = z
  .object({
    format: z.literal(ASSESSMENT_FORMAT),
    version: z.literal(ASSESSMENT_VERSION),
    standard: z.object({ name: z.string(), version: z.string() }),
    asOf: z.iso.datetime().describe("The time of the newest commit, by which age and expiry are told"),
    products: z.array(productAssessmentSchema),
  })
  .meta({ id: "Assessment" });

/** What a standard would change if it applied: `freehold standard preview --json`. */
export const standardPreviewSchema = z
  .object({
    standard: z.object({ name: z.string(), version: z.string() }),
    against: z.object({ name: z.string(), version: z.string() }),
    products: z.int().nonnegative(),
    changes: z
      .array(
        z.object({
          product: z.string(),
          slug: z.string(),
          direction: z.enum(["falls", "rises", "same"]),
          before: share.optional(),
          after: share.optional(),
          failing: z
            .array(z.object({ check: z.string(), detail: z.string() }))
            .describe("Checks that fail from then on"),
          mended: z.array(z.string()).describe("Checks that fail no longer, or are no longer asked"),
        }),
      )
      .describe("Products whose score or failed checks change, those that fall furthest first"),
  })
  .meta({ id: "StandardPreview" });

export type StandardPreview = z.infer<typeof standardPreviewSchema>;
export type CheckResult = z.infer<typeof checkResultSchema>;
export type CheckOutcome = z.infer<typeof checkOutcomeSchema>;
export type CharacteristicResult = z.infer<typeof characteristicResultSchema>;
export type Term = z.infer<typeof termSchema>;
export type Plane = z.infer<typeof planeSchema>;
export type SteadyState = z.infer<typeof steadyStateSchema>;
export type StageResult = z.infer<typeof stageResultSchema>;
export type Drift = z.infer<typeof driftSchema>;
export type DriftEdit = z.infer<typeof driftEditSchema>;
export type NextStep = z.infer<typeof nextStepSchema>;
export type ProductAssessment = z.infer<typeof productAssessmentSchema>;
export type AssessmentRow = z.infer<typeof assessmentRowSchema>;
export type Assessment = z.infer<typeof assessmentSchema>;
