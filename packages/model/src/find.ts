/** What is probably somebody's, from their recent work: `freehold find --json`. */
import * as z from "zod";
import { evidenceSchema } from "./evidence.ts";
import { productKindSchema } from "./product.ts";

export const FIND_FORMAT = "freehold.find";
export const FIND_VERSION = 1;

const share = z.number().min(0).max(1);

/** The three ways on: take over what is there, work on what is somebody's, or make a product of work that is none. */
export const waySchema = z
  .object({
    way: z.enum(["claim", "join", "start", "improve"]).describe("improve: it is theirs already"),
    text: z.string(),
    command: z.string().optional(),
  })
  .meta({ id: "Way" });

export const foundWorkSchema = z
  .object({
    belongs: z
      .enum(["product", "candidate", "hidden", "nothing"])
      .describe("hidden: a cohesive folder inside a product; nothing: no product owns the place"),
    slug: z.string().optional(),
    name: z.string(),
    kind: productKindSchema.optional(),
    repository: z.string(),
    path: z.string(),
    partOf: z.string().optional(),
    owner: z.string().optional().describe("Who it belongs to now"),
    verdict: z.enum(["yours", "probably-yours", "contributed"]),
    confidence: share.describe("Calibrated probability that this person is an owner; 0 where the history tells none"),
    commits: z.int().nonnegative(),
    ofMine: share.describe(
      "Of the person's work in the period; a commit that touches several places is divided, and that in a hidden " +
        "candidate counts for the product around it too",
    ),
    ofAll: share.describe("Of everybody's work there in the period"),
    last: z.iso.datetime(),
    reason: z.string(),
    evidence: z.array(evidenceSchema),
    ways: z.array(waySchema),
  })
  .meta({ id: "FoundWork" });

export const findSchema = z
  .object({
    format: z.literal(FIND_FORMAT),
    version: z.literal(FIND_VERSION),
    person: z.object({
      name: z.string(),
      emails: z.array(z.string()),
      logins: z.array(z.string()),
      lastCommit: z.iso.datetime().optional().describe("Anywhere in what was read, whatever the period"),
    }),
    since: z.iso.datetime().describe("Begin of the period that was looked at"),
    until: z.iso.datetime().describe("The newest commit of all that was read"),
    commits: z.int().nonnegative(),
    work: z.array(foundWorkSchema).describe("Most probably theirs first"),
  })
  .meta({ id: "Find" });

export type Way = z.infer<typeof waySchema>;
export type FoundWork = z.infer<typeof foundWorkSchema>;
export type Find = z.infer<typeof findSchema>;
