import * as z from "zod";
import { atomFeed } from "../../../events/feed.ts";
import { feedOf } from "../../feed-of.ts";
import { defineRoute } from "../../route.ts";
import { productParameter } from "../../schemas/parameters.ts";

export const atomFeedRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/feed.atom",
  operation: "atomFeed",
  tag: "Changes",
  summary: "What happened to a product, for feed readers; those know Basic: any name, the token as password",
  right: "read",
  media: "application/atom+xml; charset=utf-8",
  params: productParameter,
  answer: z.string(),
  problems: [404],
  async handle(call) {
    return { value: atomFeed(await feedOf(call, call.params.product)) };
  },
});
