import * as z from "zod";
import { parseInput } from "../input.ts";
import { sendJson } from "../json.ts";
import { noSuchProduct } from "../no-such-product.ts";
import type { Route } from "./route.ts";

const parameters = z.object({ slug: z.string().min(1).max(1000) });

export const assessmentRoute: Route = {
  path: "/api/v1/products/:slug/assessment",
  summary: "One product by its characteristics: each check with its result, evidence and how to mend it",
  answer(view, request, reply) {
    const { slug } = parseInput(parameters, request.params);
    const found = view.assessmentOf(slug);
    if (found !== undefined) return sendJson(request, reply, found);
    throw noSuchProduct(slug);
  },
};
