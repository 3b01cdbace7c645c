import * as z from "zod";
import { defineRoute } from "../../route.ts";
import { shownWebhook, webhookSchema } from "../../schemas/webhook.ts";

export const listWebhooksRoute = defineRoute({
  method: "GET",
  path: "/api/v1/webhooks",
  operation: "listWebhooks",
  tag: "Webhooks",
  summary: "Webhooks of the organisation, without their secrets",
  right: "administer",
  answer: z.object({ items: z.array(webhookSchema) }),
  async handle({ organisation }) {
    return { value: { items: (await organisation.webhooks.list()).map(shownWebhook) } };
  },
});
