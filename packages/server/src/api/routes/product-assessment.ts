import { assessmentResourceSchema } from "@freehold/model";
import { assessmentsOf } from "../assessing/kept-parts.ts";
import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { productParameter } from "../schemas/parameters.ts";

export const productAssessmentRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/assessment",
  operation: "getAssessment",
  tag: "Products",
  summary:
    "One product by its characteristics: each check with its result, evidence and how to mend it; next steps, drift",
  right: "read",
  params: productParameter,
  answer: assessmentResourceSchema,
  problems: [404],
  async handle({ organisation, server, params: { product } }) {
    const { row, product: said } = present(await organisation.product(product), "product", product);
    const home = present(await organisation.repository(said.repositories[0] ?? ""), "repository of", product);
    const assessments = await assessmentsOf(server, organisation, home.key);
    return { value: present(assessments.product(row.id), "assessment of", product) };
  },
});
