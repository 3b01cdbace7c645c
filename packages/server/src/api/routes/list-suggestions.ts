import * as z from "zod";
import { defineRoute } from "../route.ts";
import { suggestionSchema, suggestionStateSchema } from "../schemas/correction.ts";
import { name } from "../schemas/parameters.ts";

export const listSuggestionsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/suggestions",
  operation: "listSuggestions",
  tag: "Corrections",
  summary: "Edits that the charter in git contradicts: git wins, the edit waits here to be committed; at most 500",
  right: "read",
  query: z.strictObject({ product: name.optional(), state: suggestionStateSchema.optional() }),
  answer: z.object({ items: z.array(suggestionSchema) }),
  async handle({ organisation, query: { product, state } }) {
    const wanted = { ...(product === undefined ? {} : { product }), ...(state === undefined ? {} : { state }) };
    return { value: { items: await organisation.suggestions(wanted) } };
  },
});
