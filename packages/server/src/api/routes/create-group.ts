import { defineRoute } from "../route.ts";
import { groupBodySchema, groupSchema } from "../schemas/group.ts";

export const createGroupRoute = defineRoute({
  method: "POST",
  path: "/api/v1/groups",
  operation: "createGroup",
  tag: "People",
  summary: "Makes a group; whoever is in it may decide about the products that it owns",
  right: "administer",
  body: groupBodySchema,
  answer: groupSchema,
  status: 201,
  problems: [409],
  async handle({ organisation, author, body: { id, name = id, members } }) {
    return { value: await organisation.groups.create(author, { id, name, members }) };
  },
});
