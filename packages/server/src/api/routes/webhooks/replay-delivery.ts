import * as z from "zod";
import { defineRoute } from "../../route.ts";
import { name } from "../../schemas/parameters.ts";

export const replayDeliveryRoute = defineRoute({
  method: "POST",
  path: "/api/v1/deliveries/{delivery}/replay",
  operation: "replayDelivery",
  tag: "Webhooks",
  summary: "Sends a delivery once more, from its first attempt on",
  right: "administer",
  params: z.strictObject({ delivery: name }),
  answer: z.object({ replayed: z.string() }),
  problems: [404],
  async handle({ organisation, params: { delivery } }) {
    await organisation.webhooks.replay(delivery);
    return { value: { replayed: delivery } };
  },
});
