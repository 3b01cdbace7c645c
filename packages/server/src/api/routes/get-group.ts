import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { groupParameter, groupSchema } from "../schemas/group.ts";

export const getGroupRoute = defineRoute({
  method: "GET",
  path: "/api/v1/groups/{group}",
  operation: "getGroup",
  tag: "People",
  summary: "A group and who is in it",
  right: "read",
  params: groupParameter,
  answer: groupSchema,
  problems: [404],
  async handle({ organisation, params: { group } }) {
    const found = present(await organisation.groups.find(group), "group", group);
    return { value: found, version: found.version };
  },
});
