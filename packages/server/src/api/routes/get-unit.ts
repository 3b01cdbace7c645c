import { unitSchema } from "@freehold/model";
import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { name } from "../schemas/parameters.ts";

export const getUnitRoute = defineRoute({
  method: "GET",
  path: "/api/v1/units/{unit}",
  operation: "getUnit",
  tag: "Units and interfaces",
  summary: "One unit as the newest snapshot tells of it, evidence included, without its interfaces",
  right: "read",
  params: z.strictObject({ unit: name.describe("Id of a unit") }),
  answer: unitSchema.omit({ interfaces: true }),
  problems: [404],
  async handle({ organisation, params: { unit } }) {
    return { value: present(await organisation.unit(unit), "unit", unit) };
  },
});
