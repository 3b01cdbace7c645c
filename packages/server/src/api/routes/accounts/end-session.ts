import * as z from "zod";
import { ownAccount } from "../../accounts.ts";
import { problem } from "../../problems.ts";
import { defineRoute } from "../../route.ts";
import { name } from "../../schemas/parameters.ts";

export const endSessionRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/sessions/{session}",
  operation: "endSession",
  tag: "Accounts",
  summary: "Signs oneself out somewhere",
  right: "read",
  params: z.strictObject({ session: name }),
  answer: z.object({ ended: z.string() }),
  problems: [404, 409],
  async handle({ server, actor, params: { session } }) {
    const { accounts, user } = ownAccount(server, actor);
    if (await accounts.endSession(user, session)) return { value: { ended: session } };
    throw problem("not-found", `There is no session "${session.slice(0, 100)}" of yours.`);
  },
});
