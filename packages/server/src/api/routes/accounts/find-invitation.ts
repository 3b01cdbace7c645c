import { hashOf } from "../../../accounts/secrets.ts";
import { accountsOf, GONE } from "../../accounts.ts";
import { iso } from "../../iso.ts";
import { problem } from "../../problems.ts";
import { defineOpenRoute } from "../../route.ts";
import { invitedSchema, secretBodySchema } from "../../schemas/account.ts";

/** By POST, as the secret would stay in logs and histories as part of an address. */
export const findInvitationRoute = defineOpenRoute({
  method: "POST",
  path: "/api/v1/join/invitation",
  operation: "findInvitation",
  tag: "Accounts",
  summary: "What an invitation invites to, by the secret of its link",
  secret: true,
  mostPerMinute: 20,
  body: secretBodySchema,
  answer: invitedSchema,
  problems: [404],
  async handle({ store, server, body: { secret } }) {
    accountsOf(server);
    const found = await store.findInvitation(hashOf(secret), server.now());
    if (found === undefined) throw problem("not-found", GONE);
    const { organisation, email, role, expires } = found;
    const name = (await store.organisations()).find(({ id }) => id === organisation)?.name ?? organisation;
    const value = { organisation: name, role, expires: iso(expires), ...(email === undefined ? {} : { email }) };
    return { value };
  },
});
