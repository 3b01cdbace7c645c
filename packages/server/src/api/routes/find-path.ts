import { productRefSchema } from "@freehold/model";
import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { name } from "../schemas/parameters.ts";

export const findPathRoute = defineRoute({
  method: "GET",
  path: "/api/v1/path",
  operation: "findPath",
  tag: "Graph",
  summary: "How one product comes to rely on another: the shortest chain, both ends included",
  right: "read",
  query: z.strictObject({ from: name, to: name }),
  answer: z.object({ items: z.array(productRefSchema) }),
  problems: [404],
  async handle({ organisation, query: { from, to } }) {
    return { value: { items: present(await organisation.path(from, to), "path between", `${from}" and "${to}`) } };
  },
});
