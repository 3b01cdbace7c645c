import { pageOptions } from "../page-options.ts";
import { defineRoute } from "../route.ts";
import { listedGroupSchema } from "../schemas/group.ts";
import { pageOf } from "../schemas/page.ts";
import { pageQuery } from "../schemas/parameters.ts";

export const listGroupsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/groups",
  operation: "listGroups",
  tag: "People",
  summary: "Groups that own something or that somebody made, by id, with how many people and products",
  right: "read",
  query: pageQuery,
  answer: pageOf(listedGroupSchema),
  async handle({ organisation, query }) {
    return { value: await organisation.groups.list(pageOptions(query)) };
  },
});
