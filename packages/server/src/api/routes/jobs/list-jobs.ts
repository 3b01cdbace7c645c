import * as z from "zod";
import { pageOptions } from "../../page-options.ts";
import { defineRoute } from "../../route.ts";
import { JOB_KINDS, jobSchema, jobStateSchema, presentJob } from "../../schemas/job.ts";
import { pageOf } from "../../schemas/page.ts";
import { cursor, limit, name, several } from "../../schemas/parameters.ts";

export const listJobsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/jobs",
  operation: "listJobs",
  tag: "Jobs",
  summary: "What waits, runs, was done and could not be, newest first",
  right: "administer",
  query: z.strictObject({
    state: several(jobStateSchema).optional(),
    source: name.optional().describe("Id of a source"),
    kind: z.enum(JOB_KINDS).optional(),
    limit,
    cursor,
  }),
  answer: pageOf(jobSchema),
  async handle({ organisation, query }) {
    const { state, source, kind } = query;
    const page = await organisation.jobs.list({
      ...pageOptions(query),
      ...(state === undefined ? {} : { states: state }),
      ...(source === undefined ? {} : { source }),
      ...(kind === undefined ? {} : { kind }),
    });
    return { value: { ...page, items: page.items.map(presentJob) } };
  },
});
