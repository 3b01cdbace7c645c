import * as z from "zod";
import { iso } from "../iso.ts";
import { defineRoute } from "../route.ts";
import { mailSchema } from "../schemas/subscription.ts";

export const listMailRoute = defineRoute({
  method: "GET",
  path: "/api/v1/mail",
  operation: "listMail",
  tag: "Events",
  summary: "The last hundred e-mails, newest first: to whom, and what became of them; not what they say",
  right: "administer",
  answer: z.object({ items: z.array(mailSchema) }),
  async handle({ organisation }) {
    const items = await organisation.mail.list();
    return {
      value: { items: items.map(({ org: _org, at, due, ...mail }) => ({ ...mail, at: iso(at), due: iso(due) })) },
    };
  },
});
