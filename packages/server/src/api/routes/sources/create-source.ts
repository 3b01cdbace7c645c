import { saveSource } from "../../../sources/save-source.ts";
import { defineRoute } from "../../route.ts";
import { savedSourceSchema, sourceBodySchema } from "../../schemas/source.ts";
import { listJob } from "../../../sources/source-work.ts";

export const createSourceRoute = defineRoute({
  method: "POST",
  path: "/api/v1/sources",
  operation: "createSource",
  tag: "Sources",
  summary:
    "Adds a GitHub organisation, a GitLab group, an address of git or a folder; its repositories are then looked for",
  right: "administer",
  body: sourceBodySchema,
  answer: savedSourceSchema,
  status: 201,
  async handle({ organisation, actor, author, body, server }) {
    const saved = await saveSource({ organisation, of: actor.organisation, author, rules: server.sources }, body);
    if (body.active) await organisation.jobs.enqueue(listJob(saved.id));
    return { value: saved, version: saved.version };
  },
});
