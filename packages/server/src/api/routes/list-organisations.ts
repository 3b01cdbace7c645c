import * as z from "zod";
import { defineRoute } from "../route.ts";
import { organisationSchema } from "../schemas/organisation.ts";

export const listOrganisationsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/organisations",
  operation: "listOrganisations",
  tag: "Organisations",
  summary: "The organisation that this request is about; its revision changes with everything in it",
  right: "read",
  answer: z.object({ items: z.array(organisationSchema) }),
  async handle({ store, actor }) {
    const mine = (await store.organisations()).filter(({ id }) => id === actor.organisation);
    return { value: { items: mine.map(({ id, name, revision }) => ({ id, name, revision })) } };
  },
});
