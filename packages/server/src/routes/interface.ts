import * as z from "zod";
import { parseInput } from "../input.ts";
import { sendJson } from "../json.ts";
import { noSuchProduct } from "../no-such-product.ts";
import type { Route } from "./route.ts";

const parameters = z.object({ slug: z.string().min(1).max(1000) });

/** Apart from the product itself: a library may promise thousands of elements, and most visits look at none. */
export const interfaceRoute: Route = {
  path: "/api/v1/products/:slug/interface",
  summary: "What one product promises, beside what others use of it",
  answer(view, request, reply) {
    const { slug } = parseInput(parameters, request.params);
    const found = view.interfaceOf(slug);
    if (found !== undefined) return sendJson(request, reply, found);
    throw noSuchProduct(slug);
  },
};
