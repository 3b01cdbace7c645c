import { elementSchema } from "@freehold/model";
import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { name } from "../schemas/parameters.ts";

export const listElementsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/units/{unit}/elements",
  operation: "listElements",
  tag: "Units and interfaces",
  summary: "The elements of one interface of a unit, with their signatures and places",
  right: "read",
  params: z.strictObject({ unit: name.describe("Id of a unit") }),
  query: z.strictObject({
    interface: name.describe("Id of the interface, as the list of interfaces says it"),
    kind: name.describe("Kind of the interface: typescript, openapi, …"),
  }),
  answer: z.object({ items: z.array(elementSchema) }),
  problems: [404],
  async handle({ organisation, params: { unit }, query: { interface: id, kind } }) {
    return { value: { items: present(await organisation.elements({ unit, id, kind }), "interface", id) } };
  },
});
