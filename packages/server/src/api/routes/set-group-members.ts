import { defineRoute } from "../route.ts";
import { groupParameter, groupSchema, membersSchema } from "../schemas/group.ts";

export const setGroupMembersRoute = defineRoute({
  method: "PUT",
  path: "/api/v1/groups/{group}/members",
  operation: "setGroupMembers",
  tag: "People",
  summary: "Says who is in a group from now on; for administrators and for whoever is in it",
  right: "correct",
  conditional: true,
  params: groupParameter,
  body: membersSchema,
  answer: groupSchema,
  problems: [404, 412],
  async handle({ organisation, author, params: { group }, body: { members }, version }) {
    const change = { id: group, members, ...(version === undefined ? {} : { version }) };
    return { value: await organisation.groups.setMembers(author, change) };
  },
});
