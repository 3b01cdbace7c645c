/** What changed in the interfaces between two revisions: `freehold diff --json`, and what SARIF and Markdown are made of. */
import * as z from "zod";
import { elementSchema } from "./element.ts";
import { problemSchema } from "./problem.ts";

export const DIFF_FORMAT = "freehold.diff";
export const DIFF_VERSION = 1;

export const changeClassSchema = z.enum(["breaking", "compatible", "unknown"]).meta({
  id: "ChangeClass",
  description: "unknown: it could not be judged, and counts as breaking where safety matters",
});

export const versionStepSchema = z.enum(["none", "patch", "minor", "major"]).meta({ id: "VersionStep" });

const placeSchema = z.object({ path: z.string(), line: z.int().positive().optional() });

export const hitSchema = z
  .object({
    product: z.string().describe("Slug of the product that uses what changed"),
    unit: z.string(),
    symbols: z.array(z.string()).describe("Names it imports; empty: it depends on the unit without naming what"),
    uses: z.int().nonnegative(),
    places: z.array(placeSchema.extend({ repository: z.string().optional() })),
  })
  .meta({ id: "Hit" });

export const interfaceChangeSchema = z
  .object({
    rule: z.string(),
    class: changeClassSchema,
    effect: z.enum(["added", "changed", "removed"]),
    element: z.string(),
    message: z.string(),
    before: elementSchema.optional(),
    after: elementSchema.optional(),
    aspects: z.array(z.string()).optional(),
    witness: z.json().optional().describe("A value that shows the break"),
    hits: z.array(hitSchema).describe("Who uses the element at the head revision"),
    waived: z
      .object({ reason: z.string(), expires: z.string(), charter: z.string() })
      .optional()
      .describe("The charter of the product allows it"),
  })
  .meta({ id: "InterfaceChange" });

export const versionVerdictSchema = z
  .object({
    before: z.string().optional(),
    after: z.string().optional(),
    required: versionStepSchema.describe("The step that the changes need; unknown ones counted as breaking"),
    certain: z.boolean().describe("False: the step rests on changes of unknown class"),
    taken: versionStepSchema.optional().describe("The step from `before` to `after`; absent: it can't be told"),
    verdict: z
      .enum(["honoured", "too-small", "not-released", "unversioned"])
      .describe("not-released: the manifest has the same version still; unversioned: it has none"),
    next: z.string().optional().describe("The smallest version that the next release may have"),
  })
  .meta({ id: "VersionVerdict" });

export const unitDiffSchema = z
  .object({
    unit: z.string(),
    name: z.string(),
    path: z.string(),
    published: z
      .boolean()
      .optional()
      .describe("False: nobody outside can have it, so that a break matters to those alone whom it hits"),
    kinds: z.array(z.string()),
    changes: z.array(interfaceChangeSchema),
    version: versionVerdictSchema,
  })
  .meta({ id: "UnitDiff" });

export const productDiffSchema = z
  .object({
    product: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
    units: z.array(unitDiffSchema),
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
    breaking: z.int().describe("Waived ones not counted"),
    unknown: z.int(),
    waived: z.int(),
  })
  .meta({ id: "ProductDiff" });

export const diffSchema = z
  .object({
    format: z.literal(DIFF_FORMAT),
    version: z.literal(DIFF_VERSION),
    repository: z.string(),
    base: z.object({ revision: z.string(), asked: z.string() }),
    head: z.object({ revision: z.string().optional(), asked: z.string() }),
    products: z
      .array(productDiffSchema)
      .describe("Those whose interface changed, and those whose version says more or less than that"),
    unchanged: z.int().describe("Units that changed in files only, not in their interface"),
    problems: z.array(problemSchema),
  })
  .meta({ id: "Diff" });

export type ChangeClass = z.infer<typeof changeClassSchema>;
export type VersionStep = z.infer<typeof versionStepSchema>;
export type Hit = z.infer<typeof hitSchema>;
export type InterfaceChange = z.infer<typeof interfaceChangeSchema>;
export type VersionVerdict = z.infer<typeof versionVerdictSchema>;
export type UnitDiff = z.infer<typeof unitDiffSchema>;
export type ProductDiff = z.infer<typeof productDiffSchema>;
export type Diff = z.infer<typeof diffSchema>;
