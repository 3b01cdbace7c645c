import { charterPatch } from "@freehold/engine";
import type { StoredCharter } from "@freehold/store";
import * as z from "zod";
import { present } from "../not-found.ts";
import { problem } from "../problems.ts";
import { defineRoute } from "../route.ts";
import { productParameter } from "../schemas/parameters.ts";

export const suggestedCommitRoute = defineRoute({
  method: "GET",
  path: "/api/v1/products/{product}/suggested-commit",
  operation: "getSuggestedCommit",
  tag: "Corrections",
  summary: "All that waits for the charter of one product, as a patch that `git apply` takes in its repository",
  right: "read",
  params: productParameter,
  answer: z
    .object({
      path: z.string().optional().describe("Of the charter in its repository; absent: it has none"),
      fields: z.array(z.string()).describe("Fields of the charter that it sets"),
      patch: z.string().describe("Of the charter as it was when it was last scanned; empty: nothing waits"),
    })
    .meta({ id: "SuggestedCommit" }),
  problems: [404, 409],
  async handle({ organisation, params: { product } }) {
    present(await organisation.product(product), "product", product);
    const charter = await organisation.charter(product);
    if (charter === undefined) return { value: { fields: [], patch: "" } };
    const open = await organisation.suggestions({ product, state: "open" });
    // Newest first, and the newest of a field holds.
    const fields = Object.fromEntries(open.toReversed().map(({ field, proposed }) => [field, proposed]));
    return { value: { path: charter.path, fields: Object.keys(fields), patch: patchOf(charter, fields) } };
  },
});

function patchOf({ path, text }: StoredCharter, fields: Readonly<Record<string, unknown>>): string {
  if (Object.keys(fields).length === 0) return "";
  if (text === undefined) throw problem("not-here", NO_TEXT);
  return charterPatch({ path, text }, fields);
}

const NO_TEXT =
  "The last snapshot did not bring the text of this charter: it is long, or an older Freehold scanned it. Scan it again.";
