import * as z from "zod";
import { accountsOf } from "../../accounts.ts";
import { present } from "../../not-found.ts";
import { defineRoute } from "../../route.ts";
import { userParameter } from "../../schemas/account.ts";

export const endMemberSessionsRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/members/{user}/sessions",
  operation: "endMemberSessions",
  tag: "Accounts",
  summary: "Signs a member out everywhere, as when a machine was lost",
  right: "administer",
  params: userParameter,
  answer: z.object({ ended: z.string() }),
  problems: [404, 409],
  async handle({ organisation, server, params: { user } }) {
    const members = await organisation.members.list();
    present(
      members.find((member) => member.user === user),
      "member",
      user,
    );
    await accountsOf(server).endSessions(user);
    return { value: { ended: user } };
  },
});
