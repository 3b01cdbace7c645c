import * as z from "zod";
import { defineRoute } from "../../route.ts";
import { roleSchema, userParameter } from "../../schemas/account.ts";

export const changeMemberRoute = defineRoute({
  method: "PUT",
  path: "/api/v1/members/{user}",
  operation: "changeMember",
  tag: "Accounts",
  summary: "Gives a member another role; somebody is left to administer",
  right: "administer",
  params: userParameter,
  body: z.strictObject({ role: roleSchema }),
  answer: z.object({ user: z.string(), role: roleSchema }),
  problems: [404, 409],
  async handle({ organisation, author, params: { user }, body: { role } }) {
    await organisation.members.changeRole(author, user, role);
    return { value: { user, role } };
  },
});
