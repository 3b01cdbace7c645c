import { defineRoute } from "../../route.ts";
import { webhookParameter, webhookSecretSchema } from "../../schemas/webhook.ts";
import { newSigningSecret, requireWebhook } from "../../webhooks.ts";

export const rotateWebhookSecretRoute = defineRoute({
  method: "POST",
  path: "/api/v1/webhooks/{webhook}/secret",
  operation: "rotateWebhookSecret",
  tag: "Webhooks",
  summary: "A new secret; the one before signs beside it until the next rotation",
  right: "administer",
  secret: true,
  params: webhookParameter,
  answer: webhookSecretSchema,
  status: 201,
  problems: [404],
  async handle({ organisation, author, params: { webhook: id } }) {
    const webhook = await requireWebhook(organisation, id);
    const secret = newSigningSecret();
    const secrets = [secret, ...webhook.secrets.slice(0, 1)];
    return { value: { ...(await organisation.webhooks.save(author, { ...webhook, secrets })), secret } };
  },
});
