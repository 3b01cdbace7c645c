import * as z from "zod";
import { parseInput } from "../input.ts";
import { sendJson } from "../json.ts";
import { noSuchProduct } from "../no-such-product.ts";
import type { Route } from "./route.ts";

const parameters = z.object({ slug: z.string().min(1).max(1000) });

export const productRoute: Route = {
  path: "/api/v1/products/:slug",
  summary: "One product with its evidence",
  answer(view, request, reply) {
    const { slug } = parseInput(parameters, request.params);
    const product = view.product(slug);
    if (product !== undefined) return sendJson(request, reply, product);
    throw noSuchProduct(slug);
  },
};
