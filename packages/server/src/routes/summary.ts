import { sendKept } from "../json.ts";
import type { Route } from "./route.ts";

export const summaryRoute: Route = {
  path: "/api/v1/summary",
  summary: "The portfolio in figures",
  answer: (view, request, reply) => sendKept(view, request, reply, () => view.summary),
};
