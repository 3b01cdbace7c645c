import { randomUUID } from "node:crypto";
import { hashOf, newSecret } from "../../../accounts/secrets.ts";
import { accountsOf } from "../../accounts.ts";
import { iso } from "../../iso.ts";
import { defineRoute } from "../../route.ts";
import { invitationBodySchema, madeInvitationSchema } from "../../schemas/account.ts";

const DAY = 24 * 3_600_000;

export const createInvitationRoute = defineRoute({
  method: "POST",
  path: "/api/v1/invitations",
  operation: "createInvitation",
  tag: "Accounts",
  summary: "Invites somebody by the link that it answers with, which works once",
  right: "administer",
  secret: true,
  body: invitationBodySchema,
  answer: madeInvitationSchema,
  status: 201,
  problems: [409],
  async handle({ organisation, author, server, body: { email, role, days } }) {
    accountsOf(server);
    const id = `inv_${randomUUID().replaceAll("-", "")}`;
    const secret = newSecret("fhi_");
    const expires = server.now() + days * DAY;
    await organisation.invitations.create(author, { id, hash: hashOf(secret), email, role, expires });
    const link = `${server.origin ?? ""}/join#${secret}`;
    const payload = { link, role, by: author.actor };
    if (server.origin !== undefined) await organisation.mail.queue({ recipient: email, kind: "invitation", payload });
    return { value: { id, email, role, expires: iso(expires), link } };
  },
});
