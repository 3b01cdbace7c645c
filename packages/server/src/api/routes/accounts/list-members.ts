import * as z from "zod";
import { iso } from "../../iso.ts";
import { defineRoute } from "../../route.ts";
import { memberSchema } from "../../schemas/account.ts";

export const listMembersRoute = defineRoute({
  method: "GET",
  path: "/api/v1/members",
  operation: "listMembers",
  tag: "Accounts",
  summary: "Members of the organisation and their roles",
  right: "read",
  answer: z.object({ items: z.array(memberSchema) }),
  async handle({ organisation }) {
    const members = await organisation.members.list();
    return { value: { items: members.map((member) => ({ ...member, since: iso(member.since) })) } };
  },
});
