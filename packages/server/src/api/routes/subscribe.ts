import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { productParameter } from "../schemas/parameters.ts";
import { subscriptionBodySchema, subscriptionSchema } from "../schemas/subscription.ts";
import { subscriberOf } from "../subscriber.ts";

export const subscribeRoute = defineRoute({
  method: "PUT",
  path: "/api/v1/products/{product}/subscription",
  operation: "subscribe",
  tag: "Events",
  summary: "Tells you by e-mail what happens to the product, at once or once a day",
  right: "read",
  params: productParameter,
  body: subscriptionBodySchema,
  answer: subscriptionSchema,
  problems: [404, 409],
  async handle({ organisation, actor, params: { product }, body: { mode } }) {
    const { user, email } = await subscriberOf(organisation, actor);
    const { row } = present(await organisation.product(product), "product", product);
    await organisation.subscriptions.begin({ user, product: row.id, email, mode });
    return { value: { product: row.id, email, mode } };
  },
});
