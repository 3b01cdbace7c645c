import { REPOSITORY_STATES } from "@freehold/store";
import * as z from "zod";
import { presentRepositories } from "../../../sources/present.ts";
import { present } from "../../not-found.ts";
import { pageOptions } from "../../page-options.ts";
import { defineRoute } from "../../route.ts";
import { pageOf } from "../../schemas/page.ts";
import { cursor, limit } from "../../schemas/parameters.ts";
import { sourceParameter, sourceRepositorySchema } from "../../schemas/source.ts";

export const listSourceRepositoriesRoute = defineRoute({
  method: "GET",
  path: "/api/v1/sources/{source}/repositories",
  operation: "listSourceRepositories",
  tag: "Sources",
  summary: "The repositories of a source, by name, each with what became of its scan",
  right: "administer",
  params: sourceParameter,
  query: z.strictObject({ state: z.enum(REPOSITORY_STATES).optional(), limit, cursor }),
  answer: pageOf(sourceRepositorySchema),
  problems: [404],
  async handle({ organisation, params: { source: id }, query }) {
    const source = present(await organisation.sources.find(id), "source", id);
    const { state } = query;
    const options = { ...pageOptions(query), ...(state === undefined ? {} : { state }) };
    const page = await organisation.sourceRepositories.list(id, options);
    return { value: { ...page, items: await presentRepositories(organisation, source, page.items) } };
  },
});
