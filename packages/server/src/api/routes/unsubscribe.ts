import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { productParameter } from "../schemas/parameters.ts";
import { subscriberOf } from "../subscriber.ts";

export const unsubscribeRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/products/{product}/subscription",
  operation: "unsubscribe",
  tag: "Events",
  summary: "Tells you no more by e-mail what happens to the product",
  right: "read",
  params: productParameter,
  answer: z.object({ removed: z.string().describe("Id of the product") }),
  problems: [404, 409],
  async handle({ organisation, actor, params: { product } }) {
    const { user } = await subscriberOf(organisation, actor);
    const { row } = present(await organisation.product(product), "product", product);
    await organisation.subscriptions.end(user, row.id);
    return { value: { removed: row.id } };
  },
});
