import { problemSchema, violationSchema } from "@freehold/model";
import * as z from "zod";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { productParameter } from "../schemas/parameters.ts";

export const productFindingsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/findings",
  operation: "getFindings",
  tag: "Products",
  summary: "Violations of its boundaries, and problems in reading it",
  right: "read",
  params: productParameter,
  answer: z.object({ violations: z.array(violationSchema), problems: z.array(problemSchema) }),
  problems: [404],
  async handle({ organisation, params: { product } }) {
    return { value: present(await organisation.findings(product), "product", product) };
  },
});
