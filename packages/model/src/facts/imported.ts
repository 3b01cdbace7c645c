/**
 * What a code host knows and a repository does not: questions and their answers, the state of the main line,
 * changes that wait. Importers bring it; it says from where and when, and checks are *unknown* without it.
 */
import * as z from "zod";

export const IMPORTED_FORMAT = "freehold.imported";
export const IMPORTED_VERSION = 1;

const count = z.int().nonnegative();

/** What every imported fact carries. */
const importedSchema = z.object({
  provenance: z.literal("imported"),
  source: z.string().min(1).describe("Where it was read: github, gitlab, …"),
  importedAt: z.iso.datetime(),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("A page that shows it"),
});

export const issueFactsSchema = importedSchema
  .extend({
    open: count.describe("Open when it was imported"),
    since: z.iso.datetime().describe("Beginning of the period that the rest counts, up to `importedAt`"),
    opened: count.describe("Opened in the period by people, by anybody but its owners where that is known"),
    answered: count.describe("Of those: with an answer by another person; what a machine writes is none"),
    answeredWithin7Days: count.optional().describe("Of those that are at least 7 days old or were answered by then"),
    medianHours: z
      .number()
      .nonnegative()
      .optional()
      .describe(
        "Hours to the first answer that half of those opened had by then; absent where fewer than half have one",
      ),
    unanswered: z
      .array(z.object({ title: z.string(), url: z.string(), openedAt: z.iso.datetime() }))
      .max(5)
      .optional()
      .describe("Those that wait longest"),
  })
  .refine(({ opened, answered }) => answered <= opened, { path: ["answered"], message: "more answered than opened" })
  .meta({ id: "IssueFacts" });

export const mainLineSchema = importedSchema
  .extend({
    branch: z.string(),
    state: z.enum(["passing", "failing", "running"]).describe("Of the last finished run; running: none has finished"),
    at: z.iso.datetime().describe("When that run ended, or the running one began"),
    commit: z.string().optional(),
    failingSince: z.iso.datetime().optional().describe("The first of the failures in a row that end with this one"),
    failing: z.array(z.string()).max(10).optional().describe("Names of the jobs that fail"),
  })
  .meta({ id: "MainLine" });

export const openChangesSchema = importedSchema
  .extend({
    open: count.describe("Pull or merge requests, drafts among them"),
    drafts: count,
    oldest: z
      .array(
        z
          .object({ title: z.string(), url: z.string(), draft: z.boolean(), changedAt: z.iso.datetime() })
          .describe("`changedAt`: the last commit or comment of a person"),
      )
      .max(20)
      .describe("Those that have been still longest, first"),
  })
  .meta({ id: "OpenChanges" });

/** What may be known of a repository. */
export const hostedFactsSchema = z
  .object({
    issues: issueFactsSchema.optional(),
    mainLine: mainLineSchema.optional(),
    changes: openChangesSchema.optional(),
  })
  .meta({ id: "HostedFacts" });

/** A file of imported facts: `freehold scan --imported facts.json`. */
export const importedFactsSchema = z
  .object({
    format: z.literal(IMPORTED_FORMAT),
    version: z.literal(IMPORTED_VERSION),
    repositories: z
      .array(hostedFactsSchema.extend({ repository: z.string().describe("Its id in the snapshot: `host/owner/name`") }))
      .default([]),
    products: z
      .array(z.object({ product: z.string().describe("Its id or slug"), issues: issueFactsSchema }))
      .default([])
      .describe("Where the questions about one product can be told from those about the rest of its repository"),
  })
  .meta({ id: "ImportedFacts" });

export type IssueFacts = z.infer<typeof issueFactsSchema>;
export type MainLine = z.infer<typeof mainLineSchema>;
export type OpenChanges = z.infer<typeof openChangesSchema>;
export type HostedFacts = z.infer<typeof hostedFactsSchema>;
export type ImportedFacts = z.infer<typeof importedFactsSchema>;
