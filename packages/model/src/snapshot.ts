/** A snapshot is what one scan saw: repositories, units, people and products, each with its evidence. */
import * as z from "zod";
import { evidenceSchema } from "./evidence.ts";
import { productFactsSchema } from "./facts/product.ts";
import { repositoryFactsSchema } from "./facts/repository.ts";
import { personSchema } from "./ownership.ts";
import { problemSchema } from "./problem.ts";
import { productSchema } from "./product.ts";
import { unitSchema } from "./unit.ts";

export const SNAPSHOT_FORMAT = "freehold.snapshot";
export const SNAPSHOT_VERSION = 1;

export const repositorySchema = z
  .object({
    id: z.string().describe("`host/owner/name` of its remote where it has one, else the name of its folder"),
    name: z.string(),
    url: z.string().optional().describe("Address of its remote, without credentials"),
    revision: z.string().optional().describe("The commit that was read; absent in an empty repository"),
    branch: z.string().optional(),
    committedAt: z.iso.datetime().optional(),
    worktree: z.boolean().describe("Uncommitted files were read too"),
    files: z.int().nonnegative(),
    bytes: z.int().nonnegative(),
    commits: z.int().nonnegative().describe("Commits read"),
    shallow: z.boolean(),
    missingObjects: z.int().nonnegative(),
  })
  .meta({ id: "Repository" });

export const violationSchema = z
  .object({
    rule: z.enum([
      "entry-bypassed",
      "cycle",
      "undeclared-dependency",
      "layer",
      "private-used",
      "scope-overlap",
      "unowned-path",
    ]),
    from: z.string().describe("Id of the product at fault"),
    to: z.string().optional(),
    message: z.string(),
    hint: z.string(),
    evidence: z.array(evidenceSchema),
  })
  .meta({ id: "Violation" });

/** A violation that somebody decided to leave: by a comment beside the code, or by a waiver in a charter. */
export const acceptedViolationSchema = violationSchema
  .extend({
    accepted: z.object({
      by: z.enum(["comment", "waiver"]),
      reason: z.string(),
      path: z.string().describe("Of the file with the comment, or of the charter"),
      line: z.int().positive().optional(),
      expires: z.string().optional().describe("The last day of a waiver"),
    }),
  })
  .meta({ id: "AcceptedViolation" });

export const snapshotSchema = z
  .object({
    format: z.literal(SNAPSHOT_FORMAT),
    version: z.literal(SNAPSHOT_VERSION),
    generator: z.object({ name: z.string(), version: z.string() }),
    createdAt: z.iso.datetime(),
    repositories: z.array(repositorySchema),
    units: z.array(unitSchema),
    people: z.array(personSchema),
    products: z.array(productSchema),
    repositoryFacts: z.array(repositoryFactsSchema).optional().describe("Absent: a scan of an older Freehold"),
    productFacts: z.array(productFactsSchema).optional(),
    violations: z.array(violationSchema),
    accepted: z.array(acceptedViolationSchema).optional().describe("Violations that are left on purpose"),
    problems: z.array(problemSchema),
  })
  .meta({ id: "Snapshot" });

export type RepositoryInfo = z.infer<typeof repositorySchema>;
export type Violation = z.infer<typeof violationSchema>;
export type AcceptedViolation = z.infer<typeof acceptedViolationSchema>;
export type Snapshot = z.infer<typeof snapshotSchema>;
