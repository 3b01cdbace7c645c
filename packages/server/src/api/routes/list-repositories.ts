import { pageOptions } from "../page-options.ts";
import { defineRoute } from "../route.ts";
import { pageOf } from "../schemas/page.ts";
import { pageQuery } from "../schemas/parameters.ts";
import { listedRepository, listedRepositorySchema } from "../schemas/snapshot.ts";

export const listRepositoriesRoute = defineRoute({
  method: "GET",
  path: "/api/v1/repositories",
  operation: "listRepositories",
  tag: "Snapshots",
  summary: "Repositories that snapshots speak of, by id",
  right: "read",
  query: pageQuery,
  answer: pageOf(listedRepositorySchema),
  async handle({ organisation, query }) {
    const page = await organisation.repositories(pageOptions(query));
    return { value: { ...page, items: page.items.map(listedRepository) } };
  },
});
