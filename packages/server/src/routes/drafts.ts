import * as z from "zod";
import { parseInput } from "../input.ts";
import { sendJson } from "../json.ts";
import { noSuchProduct } from "../no-such-product.ts";
import type { Route } from "./route.ts";

const parameters = z.object({ slug: z.string().min(1).max(1000) });

/** Apart from the assessment: a draft reads files of the repository, which takes a moment. */
export const draftsRoute: Route = {
  path: "/api/v1/products/:slug/drafts",
  summary: "Drafts of the next steps of one product, each as a patch",
  async answer(view, request, reply) {
    const { slug } = parseInput(parameters, request.params);
    const found = await view.draftsOf(slug);
    if (found !== undefined) return sendJson(request, reply, found);
    throw noSuchProduct(slug);
  },
};
