import * as z from "zod";
import { defineRoute } from "../../route.ts";
import { sourceParameter } from "../../schemas/source.ts";

export const removeSourceRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/sources/{source}",
  operation: "removeSource",
  tag: "Sources",
  summary: "Removes a source with its secrets, and cancels its jobs; what it gave stays in the portfolio",
  right: "administer",
  params: sourceParameter,
  answer: z.object({ id: z.string() }),
  problems: [404],
  async handle({ organisation, author, params: { source: id } }) {
    await organisation.sources.remove(author, id);
    return { value: { id } };
  },
});
