import { defineRoute } from "../../route.ts";
import { webhookBodySchema, webhookSecretSchema } from "../../schemas/webhook.ts";
import { checkAddress, newSigningSecret } from "../../webhooks.ts";

export const createWebhookRoute = defineRoute({
  method: "POST",
  path: "/api/v1/webhooks",
  operation: "createWebhook",
  tag: "Webhooks",
  summary: "Sends events to an address from now on, signed by the secret that it answers with",
  right: "administer",
  secret: true,
  body: webhookBodySchema,
  answer: webhookSecretSchema,
  status: 201,
  async handle({ organisation, author, body }) {
    checkAddress(body.url);
    const secret = newSigningSecret();
    const saved = await organisation.webhooks.save(author, { ...body, secrets: [secret], active: true });
    return { value: { ...saved, secret } };
  },
});
