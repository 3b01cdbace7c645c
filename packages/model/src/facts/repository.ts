/** What a repository shows beyond its units and its history by product: branches, tags, what runs in it. */
import * as z from "zod";
import { documentSchema, placedTextSchema } from "./document.ts";
import { hostedFactsSchema } from "./imported.ts";
import { releaseSchema } from "./release.ts";

export const branchSchema = z
  .object({
    name: z.string(),
    commit: z.string(),
    committedAt: z.iso.datetime(),
    merged: z.boolean().optional().describe("All of it is in the revision that was read; absent: not known"),
  })
  .meta({ id: "Branch" });

export const tagSchema = z
  .object({ name: z.string(), commit: z.string(), taggedAt: z.iso.datetime() })
  .meta({ id: "Tag" });

export const pipelineSchema = z
  .object({
    path: z.string(),
    system: z.string().describe("github-actions, gitlab-ci, circleci, …"),
    events: z.array(z.string()).describe("What starts it, where the format says so"),
    commands: z.array(placedTextSchema).describe("Lines of shell that it runs"),
    uses: z.array(placedTextSchema).describe("Actions, images and templates that it uses"),
    off: z
      .array(placedTextSchema)
      .optional()
      .describe("Jobs and steps that never run, by their names: those whose condition is written as false"),
  })
  .meta({ id: "Pipeline" });

export const repositoryFactsSchema = z
  .object({
    repository: z.string(),
    documents: z.array(documentSchema).describe("Those that hold for the whole repository"),
    pipelines: z.array(pipelineSchema),
    tasks: z
      .array(z.object({ path: z.string(), names: z.array(z.string()) }))
      .describe("Targets of Makefiles, justfiles and Taskfiles"),
    lockfiles: z.array(z.string()),
    branches: z.array(branchSchema),
    tags: z.array(tagSchema).describe("The newest, newest first"),
    tagCount: z.int().nonnegative(),
    releases: z
      .array(releaseSchema)
      .optional()
      .describe("What the tags are that facts of its products name, newest first"),
    files: z.array(z.string()).optional().describe("Paths at the top of the repository, folders with `/` at the end"),
    hosted: hostedFactsSchema.optional().describe("Imported; absent: nobody did"),
  })
  .meta({ id: "RepositoryFacts" });

export type Branch = z.infer<typeof branchSchema>;
export type Tag = z.infer<typeof tagSchema>;
export type Pipeline = z.infer<typeof pipelineSchema>;
export type RepositoryFacts = z.infer<typeof repositoryFactsSchema>;
