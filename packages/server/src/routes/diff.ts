import { sendKept } from "../json.ts";
import { HttpProblem } from "../problem-details.ts";
import type { Route } from "./route.ts";

export const diffRoute: Route = {
  path: "/api/v1/diff",
  summary: "What changed in the interfaces since the snapshot or revision that was named to compare with",
  answer(view, request, reply) {
    const { comparison } = view;
    if (comparison !== undefined) return sendKept(view, request, reply, () => comparison);
    throw new HttpProblem({
      status: 404,
      type: "no-comparison",
      title: "Nothing to compare with",
      detail: "Name what to compare with: freehold open --base main, or freehold open before.json after.json.",
    });
  },
};
