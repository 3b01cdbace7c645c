import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { name } from "../schemas/parameters.ts";
import { listedRepository, listedRepositorySchema } from "../schemas/snapshot.ts";

export const getRepositoryRoute = defineRoute({
  method: "GET",
  path: "/api/v1/repositories/{repository}",
  operation: "getRepository",
  tag: "Snapshots",
  summary: "One repository as the newest snapshot of it tells",
  right: "read",
  params: z.strictObject({ repository: name.describe("Id of a repository") }),
  answer: listedRepositorySchema,
  problems: [404],
  async handle({ organisation, params: { repository } }) {
    return { value: listedRepository(present(await organisation.repository(repository), "repository", repository)) };
  },
});
