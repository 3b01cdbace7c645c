import * as z from "zod";
import { defineRoute } from "../route.ts";
import { mailParameter } from "../schemas/subscription.ts";

export const replayMailRoute = defineRoute({
  method: "POST",
  path: "/api/v1/mail/{mail}/replay",
  operation: "replayMail",
  tag: "Events",
  summary: "Tries again to send an e-mail that was given up",
  right: "administer",
  params: mailParameter,
  answer: z.object({ replayed: z.string() }),
  problems: [404],
  async handle({ organisation, params: { mail } }) {
    await organisation.mail.replay(mail);
    return { value: { replayed: mail } };
  },
});
