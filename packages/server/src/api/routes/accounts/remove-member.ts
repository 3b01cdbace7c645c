import * as z from "zod";
import { defineRoute } from "../../route.ts";
import { userParameter } from "../../schemas/account.ts";

export const removeMemberRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/members/{user}",
  operation: "removeMember",
  tag: "Accounts",
  summary: "Removes a member, whose tokens stop at once; somebody is left to administer",
  right: "administer",
  params: userParameter,
  answer: z.object({ removed: z.string() }),
  problems: [404, 409],
  async handle({ organisation, author, params: { user } }) {
    await organisation.members.remove(author, user);
    return { value: { removed: user } };
  },
});
