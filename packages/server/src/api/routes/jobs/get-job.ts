import { present } from "../../not-found.ts";
import { defineRoute } from "../../route.ts";
import { jobParameter, jobSchema, presentJob } from "../../schemas/job.ts";

export const getJobRoute = defineRoute({
  method: "GET",
  path: "/api/v1/jobs/{job}",
  operation: "getJob",
  tag: "Jobs",
  summary: "One job: its state, attempts and last error",
  right: "administer",
  params: jobParameter,
  answer: jobSchema,
  problems: [404],
  async handle({ organisation, params: { job } }) {
    return { value: presentJob(present(await organisation.jobs.find(job), "job", job)) };
  },
});
