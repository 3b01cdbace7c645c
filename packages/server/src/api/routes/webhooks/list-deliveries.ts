import * as z from "zod";
import { iso } from "../../iso.ts";
import { defineRoute } from "../../route.ts";
import { deliverySchema, deliveryStateSchema, webhookParameter } from "../../schemas/webhook.ts";
import { requireWebhook } from "../../webhooks.ts";

export const listDeliveriesRoute = defineRoute({
  method: "GET",
  path: "/api/v1/webhooks/{webhook}/deliveries",
  operation: "listDeliveries",
  tag: "Webhooks",
  summary: "What was sent to a webhook and what became of it, newest first, at most 100; dead: given up",
  right: "administer",
  params: webhookParameter,
  query: z.strictObject({ state: deliveryStateSchema.optional() }),
  answer: z.object({ items: z.array(deliverySchema) }),
  problems: [404],
  async handle({ organisation, params: { webhook: id }, query: { state } }) {
    await requireWebhook(organisation, id);
    const deliveries = await organisation.webhooks.deliveries(id, state === undefined ? {} : { state });
    const items = deliveries.map(({ org: _org, at, due, ...delivery }) => ({
      ...delivery,
      at: iso(at),
      due: iso(due),
    }));
    return { value: { items } };
  },
});
