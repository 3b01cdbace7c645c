import { scanJob } from "../../../sources/source-work.ts";
import { present } from "../../not-found.ts";
import { problem } from "../../problems.ts";
import { defineRoute } from "../../route.ts";
import { jobSchema, presentJob } from "../../schemas/job.ts";
import { sourceRepositoryParameters } from "../../schemas/source.ts";

export const syncSourceRepositoryRoute = defineRoute({
  method: "POST",
  path: "/api/v1/sources/{source}/repositories/{repository}/syncs",
  operation: "syncSourceRepository",
  tag: "Sources",
  summary: "Fetches and scans one repository now; 200 where a scan of it waits already",
  right: "administer",
  params: sourceRepositoryParameters,
  answer: jobSchema,
  status: 201,
  also: 200,
  problems: [404, 409],
  async handle({ organisation, params: { source, repository } }) {
    const found = await organisation.sourceRepositories.find(source, repository);
    const { excluded } = present(found, "repository", repository);
    if (excluded !== undefined) throw problem("conflict", `${repository} is not scanned: ${excluded}.`);
    const { id, fresh } = await organisation.jobs.enqueue(scanJob(source, repository));
    return { value: presentJob(present(await organisation.jobs.find(id), "job", id)), status: fresh ? 201 : 200 };
  },
});
