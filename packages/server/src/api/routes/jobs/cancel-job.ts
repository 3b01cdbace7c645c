import { present } from "../../not-found.ts";
import { problem } from "../../problems.ts";
import { defineRoute } from "../../route.ts";
import { jobParameter, jobSchema, presentJob } from "../../schemas/job.ts";

export const cancelJobRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/jobs/{job}",
  operation: "cancelJob",
  tag: "Jobs",
  summary: "Cancels a job that waits or runs; it stays in the list",
  right: "administer",
  params: jobParameter,
  answer: jobSchema,
  problems: [404, 409],
  async handle({ organisation, params: { job: id } }) {
    const { state } = present(await organisation.jobs.find(id), "job", id);
    if (!(await organisation.jobs.cancel(id)))
      throw problem("conflict", `The job is ${state}; there is nothing to cancel.`);
    return { value: presentJob(present(await organisation.jobs.find(id), "job", id)) };
  },
});
