import * as z from "zod";
import { iso } from "../../iso.ts";
import { defineRoute } from "../../route.ts";
import { invitationSchema } from "../../schemas/account.ts";

export const listInvitationsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/invitations",
  operation: "listInvitations",
  tag: "Accounts",
  summary: "Invitations, without the secrets of their links",
  right: "administer",
  answer: z.object({ items: z.array(invitationSchema) }),
  async handle({ organisation }) {
    const invitations = await organisation.invitations.list();
    const items = invitations.map(({ created, expires, used, ...invitation }) => ({
      ...invitation,
      created: iso(created),
      expires: iso(expires),
      ...(used === undefined ? {} : { used: iso(used) }),
    }));
    return { value: { items } };
  },
});
