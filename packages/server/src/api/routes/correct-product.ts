import { problem } from "../problems.ts";
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
  async handle({ organisation, author, actor, params: { product }, body, version }) {
    // What is merged changes both.
    if (body.kind === "merge" && !(await actor.may("correct", { product: body.into }))) {
      throw problem(
        "forbidden",
        `"${actor.id}" may not merge into "${body.into}": it takes the right to correct that too.`,
      );
    }
    const correction = { ...stated(body), product };
    return { value: await organisation.correct(author, correction, version === undefined ? {} : { version }) };
  },
});
