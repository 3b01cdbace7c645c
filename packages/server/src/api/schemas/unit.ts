/** Units and interfaces as lists show them. */
import * as z from "zod";

const count = z.int().nonnegative();

export const unitSummarySchema = z
  .object({
    id: z.string(),
    repository: z.string(),
    ecosystem: z.string(),
    kind: z.string(),
    role: z.string(),
    name: z.string(),
    path: z.string(),
    version: z.string().optional(),
    provides: count,
    consumes: count,
    since: count.describe("The revision that last changed it"),
  })
  .meta({ id: "UnitSummary" });

export const interfaceSummarySchema = z
  .object({ unit: z.string(), id: z.string(), kind: z.string(), elements: count, since: count })
  .meta({ id: "InterfaceSummary" });
