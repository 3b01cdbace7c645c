import * as z from "zod";
import { defineRoute } from "../../route.ts";
import { name } from "../../schemas/parameters.ts";

export const revokeInvitationRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/invitations/{invitation}",
  operation: "revokeInvitation",
  tag: "Accounts",
  summary: "Withdraws an invitation: its link stops",
  right: "administer",
  params: z.strictObject({ invitation: name }),
  answer: z.object({ removed: z.string() }),
  problems: [404],
  async handle({ organisation, author, params: { invitation } }) {
    await organisation.invitations.revoke(author, invitation);
    return { value: { removed: invitation } };
  },
});
