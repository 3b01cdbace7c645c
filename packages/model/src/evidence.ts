/** Evidence is why Freehold says something: a place that anyone can open, and the rule that read it. */
import * as z from "zod";

export const evidenceSchema = z
  .object({
    rule: z.string().describe("The rule that read it, `<area>.<rule>`, such as `npm.workspaces`"),
    repository: z.string().optional().describe("Id of the repository; absent: that of the subject"),
    path: z.string().optional().describe("Path in the repository, `/` separated"),
    line: z.int().positive().optional(),
    commit: z.string().optional(),
    detail: z.string().optional().describe("What was seen there, in a few words"),
  })
  .meta({ id: "Evidence" });

export type Evidence = z.infer<typeof evidenceSchema>;

/** `declared` by its owner's file, `imported` from another format, `inferred` by a rule, `confirmed` by a person. */
export const provenanceSchema = z.enum(["declared", "imported", "inferred", "confirmed"]).meta({ id: "Provenance" });

export type Provenance = z.infer<typeof provenanceSchema>;

/** Schema of a value together with where it comes from; `confidence` is the probability that it is right. */
export function claimSchema<T extends z.ZodType>(value: T) {
  return z.object({
    value,
    provenance: provenanceSchema,
    confidence: z.number().min(0).max(1),
    evidence: z.array(evidenceSchema),
    expires: z.iso.date().optional().describe("When a confirmed value is asked again"),
  });
}

export interface Claim<T> {
  value: T;
  provenance: Provenance;
  confidence: number;
  evidence: Evidence[];
  expires?: string | undefined;
}
