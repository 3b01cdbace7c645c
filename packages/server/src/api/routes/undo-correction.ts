import * as z from "zod";
import { defineRoute } from "../route.ts";

export const undoCorrectionRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/corrections/{correction}",
  operation: "undoCorrection",
  tag: "Corrections",
  summary: "Takes a correction back: what snapshots say shows through again",
  right: "correct",
  params: z.strictObject({ correction: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }),
  answer: z.object({ revision: z.int() }),
  problems: [404],
  async handle({ organisation, author, params: { correction } }) {
    return { value: await organisation.undoCorrection(author, correction) };
  },
});
