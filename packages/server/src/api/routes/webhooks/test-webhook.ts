import * as z from "zod";
import { sendTest } from "../../../events/send-test.ts";
import { defineRoute } from "../../route.ts";
import { webhookParameter } from "../../schemas/webhook.ts";
import { requireWebhook } from "../../webhooks.ts";

export const testWebhookRoute = defineRoute({
  method: "POST",
  path: "/api/v1/webhooks/{webhook}/test",
  operation: "testWebhook",
  tag: "Webhooks",
  summary: "Sends an event of type webhook.test at once, signed as others are, and says what the receiver answered",
  right: "administer",
  params: webhookParameter,
  answer: z
    .object({
      event: z.string(),
      status: z.int().optional().describe("What the receiver answered; absent where no answer came"),
      error: z.string().optional(),
    })
    .meta({ id: "WebhookTest" }),
  problems: [404],
  async handle({ organisation, actor, server, params: { webhook: id } }) {
    const webhook = await requireWebhook(organisation, id);
    return { value: await sendTest(webhook, actor.organisation, server) };
  },
});
