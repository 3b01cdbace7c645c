import * as z from "zod";
import { ownAccount } from "../../accounts.ts";
import { iso } from "../../iso.ts";
import { defineRoute } from "../../route.ts";
import { signedInSessionSchema } from "../../schemas/account.ts";

export const listSessionsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/sessions",
  operation: "listSessions",
  tag: "Accounts",
  summary: "Where one is signed in",
  right: "read",
  answer: z.object({ items: z.array(signedInSessionSchema) }),
  problems: [409],
  async handle({ server, actor, request }) {
    const { accounts, user } = ownAccount(server, actor);
    const current = (await accounts.account(request))?.session;
    const sessions = await accounts.sessions(user);
    const items = sessions.map(({ user: _user, created, updated, expires, ...session }) => ({
      ...session,
      created: iso(created),
      updated: iso(updated),
      expires: iso(expires),
      current: session.id === current,
    }));
    return { value: { items } };
  },
});
