import { listJob } from "../../../sources/source-work.ts";
import { present } from "../../not-found.ts";
import { defineRoute } from "../../route.ts";
import { jobSchema, presentJob } from "../../schemas/job.ts";
import { sourceParameter } from "../../schemas/source.ts";

export const syncSourceRoute = defineRoute({
  method: "POST",
  path: "/api/v1/sources/{source}/syncs",
  operation: "syncSource",
  tag: "Sources",
  summary: "Looks at the list now, and scans what changed; 200 where a look waits already",
  right: "administer",
  params: sourceParameter,
  answer: jobSchema,
  status: 201,
  also: 200,
  problems: [404],
  async handle({ organisation, params: { source } }) {
    present(await organisation.sources.find(source), "source", source);
    const { id, fresh } = await organisation.jobs.enqueue(listJob(source));
    return { value: presentJob(present(await organisation.jobs.find(id), "job", id)), status: fresh ? 201 : 200 };
  },
});
