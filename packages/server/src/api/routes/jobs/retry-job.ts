import { present } from "../../not-found.ts";
import { defineRoute } from "../../route.ts";
import { jobParameter, jobSchema, presentJob } from "../../schemas/job.ts";

export const retryJobRoute = defineRoute({
  method: "POST",
  path: "/api/v1/jobs/{job}/retry",
  operation: "retryJob",
  tag: "Jobs",
  summary: "Begins a job that failed, was given up or was cancelled anew, at once",
  right: "administer",
  params: jobParameter,
  answer: jobSchema,
  problems: [404, 409],
  async handle({ organisation, params: { job } }) {
    await organisation.jobs.retry(job);
    return { value: presentJob(present(await organisation.jobs.find(job), "job", job)) };
  },
});
