import { personSchema } from "@freehold/model";
import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { name } from "../schemas/parameters.ts";

export const getPersonRoute = defineRoute({
  method: "GET",
  path: "/api/v1/people/{person}",
  operation: "getPerson",
  tag: "People",
  summary: "One person, with why these names and addresses are one",
  right: "read",
  params: z.strictObject({ person: name.describe("Id of a person") }),
  answer: personSchema,
  problems: [404],
  async handle({ organisation, params: { person } }) {
    return { value: present(await organisation.person(person), "person", person) };
  },
});
