import * as z from "zod";
import { defineRoute } from "../route.ts";
import { subscriptionSchema } from "../schemas/subscription.ts";

export const listSubscriptionsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/subscriptions",
  operation: "listSubscriptions",
  tag: "Events",
  summary: "The products that you are told about by e-mail",
  right: "read",
  answer: z.object({ items: z.array(subscriptionSchema) }),
  async handle({ organisation, actor }) {
    const found = actor.user === undefined ? [] : await organisation.subscriptions.list(actor.user);
    return { value: { items: found.map(({ product, email, mode }) => ({ product, email, mode })) } };
  },
});
