import * as z from "zod";
import { jsonFeed } from "../../../events/feed.ts";
import { feedOf } from "../../feed-of.ts";
import { defineRoute } from "../../route.ts";
import { productParameter } from "../../schemas/parameters.ts";

export const jsonFeedRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/feed.json",
  operation: "jsonFeed",
  tag: "Changes",
  summary: "The same as JSON Feed 1.1",
  right: "read",
  media: "application/feed+json; charset=utf-8",
  params: productParameter,
  answer: z.string(),
  problems: [404],
  async handle(call) {
    return { value: JSON.stringify(jsonFeed(await feedOf(call, call.params.product))) };
  },
});
