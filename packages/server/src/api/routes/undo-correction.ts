import * as z from "zod";
import { defineRoute } from "../route.ts";

const params = z.strictObject({ correction: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });

export const undoCorrectionRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/corrections/{correction}",
  operation: "undoCorrection",
  tag: "Corrections",
  summary: "Takes a correction back: what snapshots say shows through again",
  right: "correct",
  params,
  // Whoever may correct a product may take that back, and nobody else.
  async subject(given, organisation) {
    const { data } = params.safeParse(given);
    if (data === undefined) return undefined;
    return (await (await organisation()).correction(data.correction))?.product?.id;
  },
  answer: z.object({ revision: z.int() }),
  problems: [404],
  async handle({ organisation, author, params: { correction } }) {
    return { value: await organisation.undoCorrection(author, correction) };
  },
});
