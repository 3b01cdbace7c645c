import { defineRoute } from "../../route.ts";
import { savedWebhookSchema, webhookChangeSchema, webhookParameter } from "../../schemas/webhook.ts";
import { checkAddress, requireWebhook } from "../../webhooks.ts";

export const changeWebhookRoute = defineRoute({
  method: "PUT",
  path: "/api/v1/webhooks/{webhook}",
  operation: "changeWebhook",
  tag: "Webhooks",
  summary: "Changes a webhook, or switches it off and on",
  right: "administer",
  conditional: true,
  params: webhookParameter,
  body: webhookChangeSchema,
  answer: savedWebhookSchema,
  problems: [404, 412],
  async handle({ organisation, author, params: { webhook: id }, body, version }) {
    checkAddress(body.url);
    const { secrets } = await requireWebhook(organisation, id);
    const seen = version === undefined ? {} : { version };
    return { value: await organisation.webhooks.save(author, { ...body, ...seen, id, secrets }) };
  },
});
