/** Jobs as the API shows them. */
import type { Job } from "@freehold/store";
import * as z from "zod";
import { iso } from "../iso.ts";
import { name } from "./parameters.ts";

export const jobParameter = z.strictObject({ job: name.describe("Id of a job") });

export const JOB_KINDS = ["list", "scan"] as const;

export const jobStateSchema = z.enum(["queued", "running", "done", "failed", "dead", "cancelled"]);

export const jobErrorSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    hint: z.string().optional().describe("What to do about it"),
    at: z.iso.datetime().optional(),
  })
  .meta({ id: "JobError" });

export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.enum(JOB_KINDS).describe("list: look at the repositories of a source; scan: fetch one and take it in"),
    source: z.string().optional(),
    repository: z.string().optional(),
    state: jobStateSchema.describe("failed: the last attempt did, and another waits; dead: there is none"),
    attempts: z.int().nonnegative(),
    most: z.int().positive().describe("Attempts before it is given up"),
    due: z.iso.datetime().optional().describe("Of one that waits"),
    created: z.iso.datetime(),
    started: z.iso.datetime().optional().describe("Of the last attempt"),
    finished: z.iso.datetime().optional(),
    progress: z.unknown().optional(),
    result: z.unknown().optional(),
    error: jobErrorSchema.optional().describe("Of the last attempt that failed"),
  })
  .meta({ id: "Job" });

export function presentJob(job: Job): z.output<typeof jobSchema> {
  const { id, kind, source, payload, state, attempts, most, due, created, started, finished } = job;
  const repository = repositoryOf(payload);
  return {
    id,
    kind: kind === "list" ? "list" : "scan",
    ...(source === undefined ? {} : { source }),
    ...(repository === undefined ? {} : { repository }),
    state,
    attempts,
    most,
    ...(due === undefined ? {} : { due: iso(due) }),
    created: iso(created),
    ...(started === undefined ? {} : { started: iso(started) }),
    ...(finished === undefined ? {} : { finished: iso(finished) }),
    ...(job.progress === undefined ? {} : { progress: job.progress }),
    ...(job.result === undefined || job.result === null ? {} : { result: job.result }),
    ...(job.error === undefined ? {} : { error: job.error }),
  };
}

function repositoryOf(payload: unknown): string | undefined {
  const said: unknown =
    typeof payload === "object" && payload !== null ? Reflect.get(payload, "repository") : undefined;
  return typeof said === "string" ? said : undefined;
}
