/** Violations and problems of the whole portfolio. */
import { problemRowSchema, violationRowSchema } from "@freehold/model";
import * as z from "zod";

export const listedFindingSchema = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("violation"), violation: violationRowSchema }),
    z.object({ kind: z.literal("problem"), problem: problemRowSchema }),
  ])
  .meta({ id: "ListedFinding" });

export const ruleCountSchema = z.object({
  kind: z.enum(["violation", "problem"]),
  value: z.string().describe("Rule of violations, severity of problems"),
  count: z.int().nonnegative(),
});
