import { saveSource } from "../../../sources/save-source.ts";
import { listJob } from "../../../sources/source-work.ts";
import { present } from "../../not-found.ts";
import { defineRoute } from "../../route.ts";
import { savedSourceSchema, sourceBodySchema, sourceParameter } from "../../schemas/source.ts";

export const changeSourceRoute = defineRoute({
  method: "PUT",
  path: "/api/v1/sources/{source}",
  operation: "changeSource",
  tag: "Sources",
  summary:
    "Changes a source as a whole; credential and hookSecret stay where they are left out. Its list is then looked at",
  right: "administer",
  conditional: true,
  params: sourceParameter,
  body: sourceBodySchema,
  answer: savedSourceSchema,
  problems: [404, 412],
  async handle({ organisation, actor, author, params: { source: id }, body, version, server }) {
    const before = present(await organisation.sources.find(id), "source", id);
    const saving = { organisation, of: actor.organisation, author, rules: server.sources };
    const saved = await saveSource(saving, body, before, version);
    if (body.active) await organisation.jobs.enqueue(listJob(id));
    return { value: saved, version: saved.version };
  },
});
