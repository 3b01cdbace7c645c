import * as z from "zod";
import { defineRoute } from "../../route.ts";
import { webhookParameter } from "../../schemas/webhook.ts";

export const removeWebhookRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/webhooks/{webhook}",
  operation: "removeWebhook",
  tag: "Webhooks",
  summary: "Removes a webhook; what it still waits for is not sent",
  right: "administer",
  params: webhookParameter,
  answer: z.object({ removed: z.string() }),
  problems: [404],
  async handle({ organisation, author, params: { webhook } }) {
    await organisation.webhooks.remove(author, webhook);
    return { value: { removed: webhook } };
  },
});
