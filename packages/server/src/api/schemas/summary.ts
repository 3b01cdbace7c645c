/** The portfolio in figures. */
import { repositorySchema } from "@freehold/model";
import * as z from "zod";

const count = z.int().nonnegative();

export const summarySchema = z
  .object({
    products: count.describe("Listed, hidden candidates left out"),
    kinds: z.object({ product: count, component: count, process: count }),
    hidden: count.describe("Candidates inside of products: offered, and counted nowhere else"),
    declared: count.describe("Products whose owner declares them, or that a person confirmed"),
    units: count,
    people: count.describe("People whom histories name, machines not counted"),
    unowned: count,
    ownerLeft: count,
    disagreements: count,
    violations: count,
    problems: count,
    repositories: count,
    repository: repositorySchema.optional().describe("The only one, where there is one"),
    scannedAt: z.iso.datetime().optional().describe("When the newest snapshot was made"),
    waiting: count.describe("Repositories whose products wait to be assessed again"),
  })
  .meta({ id: "Summary" });
