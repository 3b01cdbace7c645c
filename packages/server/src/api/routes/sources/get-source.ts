import { presentSource } from "../../../sources/present.ts";
import { present } from "../../not-found.ts";
import { defineRoute } from "../../route.ts";
import { sourceParameter, sourceSchema } from "../../schemas/source.ts";

export const getSourceRoute = defineRoute({
  method: "GET",
  path: "/api/v1/sources/{source}",
  operation: "getSource",
  tag: "Sources",
  summary: "One source; of its credential only what it is",
  right: "administer",
  params: sourceParameter,
  answer: sourceSchema,
  problems: [404],
  async handle({ organisation, actor, params: { source: id }, server }) {
    const source = present(await organisation.sources.find(id), "source", id);
    return {
      value: await presentSource(organisation, actor.organisation, source, server.sources),
      version: source.version,
    };
  },
});
