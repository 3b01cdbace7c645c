import * as z from "zod";
import { presentSource } from "../../../sources/present.ts";
import { defineRoute } from "../../route.ts";
import { sourceSchema } from "../../schemas/source.ts";

export const listSourcesRoute = defineRoute({
  method: "GET",
  path: "/api/v1/sources",
  operation: "listSources",
  tag: "Sources",
  summary: "Where repositories come from, with how far each is",
  right: "administer",
  answer: z.object({ items: z.array(sourceSchema) }),
  async handle({ organisation, actor, server }) {
    const items = await organisation.sources.list();
    return {
      value: {
        items: await Promise.all(
          items.map(async (source) => await presentSource(organisation, actor.organisation, source, server.sources)),
        ),
      },
    };
  },
});
