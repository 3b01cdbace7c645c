import * as z from "zod";
import { ownAccount } from "../../accounts.ts";
import { defineRoute } from "../../route.ts";

export const endOtherSessionsRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/sessions",
  operation: "endOtherSessions",
  tag: "Accounts",
  summary: "Signs oneself out everywhere else",
  right: "read",
  answer: z.object({ ended: z.int().nonnegative() }),
  problems: [409],
  async handle({ server, actor, request }) {
    const { accounts, user } = ownAccount(server, actor);
    const current = (await accounts.account(request))?.session;
    const others = (await accounts.sessions(user)).filter(({ id }) => id !== current);
    for (const { id } of others) await accounts.endSession(user, id);
    return { value: { ended: others.length } };
  },
});
