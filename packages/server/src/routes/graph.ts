import * as z from "zod";
import { parseInput } from "../input.ts";
import { sendJson } from "../json.ts";
import { HttpProblem } from "../problem-details.ts";
import type { Route } from "./route.ts";

const query = z.object({
  focus: z.string().min(1).max(1000).optional(),
  depth: z.coerce.number().int().min(1).max(5).optional(),
  limit: z.coerce.number().int().min(1).max(2000).optional(),
});

export const graphRoute: Route = {
  path: "/api/v1/graph",
  summary: "The dependency picture, whole or around one product",
  answer(view, request, reply) {
    const options = parseInput(query, request.query);
    const picture = view.picture(options);
    if (picture !== undefined) return sendJson(request, reply, picture);
    throw new HttpProblem({
      status: 404,
      type: "no-such-product",
      title: "No such product",
      detail: `This snapshot has no product "${options.focus ?? ""}" to show the surroundings of.`,
    });
  },
};
