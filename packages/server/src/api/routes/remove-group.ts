import * as z from "zod";
import { defineRoute } from "../route.ts";
import { groupParameter } from "../schemas/group.ts";

export const removeGroupRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/groups/{group}",
  operation: "removeGroup",
  tag: "People",
  summary: "Forgets a group and who is in it; where it owns something it stays named",
  right: "administer",
  params: groupParameter,
  answer: z.object({ removed: z.string() }),
  problems: [404],
  async handle({ organisation, author, params: { group } }) {
    await organisation.groups.remove(author, group);
    return { value: { removed: group } };
  },
});
