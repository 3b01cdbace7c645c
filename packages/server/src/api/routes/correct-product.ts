import { defineRoute } from "../route.ts";
import { correctedSchema, correctionBodySchema } from "../schemas/correction.ts";
import { productParameter } from "../schemas/parameters.ts";
import { stated } from "../stated.ts";

export const correctProductRoute = defineRoute({
  method: "POST",
  path: "/api/v1/products/{product}/corrections",
  operation: "correctProduct",
  tag: "Corrections",
  summary: "Accepts, dismisses, renames, edits, claims, merges or splits; no later snapshot changes that again",
  right: "correct",
  conditional: true,
  params: productParameter,
  body: correctionBodySchema,
  answer: correctedSchema,
  status: 201,
  problems: [404, 409, 412, 422],
  async handle({ organisation, author, params: { product }, body, version }) {
    const correction = { ...stated(body), product };
    return { value: await organisation.correct(author, correction, version === undefined ? {} : { version }) };
  },
});
