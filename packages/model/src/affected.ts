/** What a change reaches, in four tiers: `freehold affected --json`. */
import * as z from "zod";
import { problemSchema } from "./problem.ts";

export const AFFECTED_FORMAT = "freehold.affected";
export const AFFECTED_VERSION = 1;

export const tierSchema = z.enum(["changed", "contract", "exercise", "unreached"]).meta({
  id: "Tier",
  description:
    "changed: files of it changed; contract: it uses an interface that changed; exercise: reachable, every interface " +
    "between is unchanged; unreached: nothing leads there",
});

export const affectedUnitSchema = z
  .object({
    unit: z.string(),
    name: z.string(),
    path: z.string(),
    tier: tierSchema,
    reason: z.string(),
    via: z.string().optional().describe("Id of the unit through which it is reached"),
  })
  .meta({ id: "AffectedUnit" });

export const affectedProductSchema = z
  .object({
    product: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
    tier: tierSchema,
    included: z.boolean().describe("Its tier is within what was asked for"),
    reason: z.string(),
    units: z.array(affectedUnitSchema),
  })
  .meta({ id: "AffectedProduct" });

export const affectedSchema = z
  .object({
    format: z.literal(AFFECTED_FORMAT),
    version: z.literal(AFFECTED_VERSION),
    repository: z.string(),
    base: z.object({ revision: z.string(), asked: z.string() }),
    head: z.object({ revision: z.string().optional(), asked: z.string() }),
    upTo: tierSchema,
    files: z.int().describe("Files that changed"),
    products: z.array(affectedProductSchema).describe("Every product, nearest tier first"),
    problems: z.array(problemSchema),
  })
  .meta({ id: "Affected" });

export type Tier = z.infer<typeof tierSchema>;
export type AffectedUnit = z.infer<typeof affectedUnitSchema>;
export type AffectedProduct = z.infer<typeof affectedProductSchema>;
export type Affected = z.infer<typeof affectedSchema>;
