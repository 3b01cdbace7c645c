/** How a product begins, from a need or out of what is there: `freehold start --json`. */
import * as z from "zod";
import { problemSchema } from "./problem.ts";

export const START_FORMAT = "freehold.start";
export const START_VERSION = 1;

const placeSchema = z.object({ path: z.string(), line: z.int().positive() });

/** Something on one side of the cut that the other side uses. */
export const cutElementSchema = z
  .object({
    path: z.string().describe("The file that has it"),
    symbol: z.string().describe("`*` for a whole module, or where no name is given"),
    uses: z.int().positive(),
    typeOnly: z.boolean(),
    testOnly: z.boolean().describe("Only tests use it"),
    places: z.array(placeSchema).describe("The first few uses"),
    others: z.int().describe("Imports of the file on its own side: 0 means that nobody else there needs it"),
    product: z.string().optional().describe("Slug of the product on the other side, where that is another one"),
  })
  .meta({ id: "CutElement" });

export const cutSchema = z
  .object({
    folders: z.array(z.string()),
    files: z.int(),
    bytes: z.int(),
    promised: z.array(cutElementSchema).describe("What the rest uses of it: its interface, most used first"),
    needed: z.array(cutElementSchema).describe("What it uses of the rest: to be moved, handed in or left behind"),
    packages: z.array(z.object({ id: z.string(), range: z.string().optional(), uses: z.int() })),
    cycles: z
      .array(z.object({ path: z.string(), uses: z.int(), usedBy: z.int() }))
      .describe("Files of the rest that use it and are used by it"),
    innerFiles: z.array(z.string()).describe("Files that the rest imports: one entry should stand for them"),
    cohesion: z.number().min(0).max(1).describe("Imports that stay inside, of all that begin or end in it"),
  })
  .meta({ id: "Cut" });

export const consultSchema = z
  .object({ name: z.string(), why: z.string(), confidence: z.number().min(0).max(1).optional() })
  .meta({ id: "Consult" });

export const planStepSchema = z
  .object({ title: z.string(), why: z.string(), files: z.array(z.string()) })
  .meta({ id: "PlanStep" });

export const startSchema = z
  .object({
    format: z.literal(START_FORMAT),
    version: z.literal(START_VERSION),
    way: z.enum(["greenfield", "brownfield"]),
    name: z.string(),
    repository: z.string().optional(),
    similar: z
      .array(
        z.object({ slug: z.string(), name: z.string(), mission: z.string().optional(), words: z.array(z.string()) }),
      )
      .describe("Products that may do it already: use the best, or improve it"),
    cut: cutSchema.optional(),
    consult: z.array(consultSchema),
    plan: z.array(planStepSchema).describe("Small commits, in order"),
    files: z.array(z.object({ path: z.string(), text: z.string() })).describe("Drafts to commit"),
    questions: z.array(z.string()).describe("What only a person can answer; marked in the drafts"),
    problems: z.array(problemSchema),
  })
  .meta({ id: "Start" });

export type CutElement = z.infer<typeof cutElementSchema>;
export type Cut = z.infer<typeof cutSchema>;
export type Consult = z.infer<typeof consultSchema>;
export type PlanStep = z.infer<typeof planStepSchema>;
export type Start = z.infer<typeof startSchema>;
