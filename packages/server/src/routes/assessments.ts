import { sendKept } from "../json.ts";
import type { Route } from "./route.ts";

export const assessmentsRoute: Route = {
  path: "/api/v1/assessments",
  summary: "All products in the figures of their assessment",
  answer: (view, request, reply) => sendKept(view, request, reply, () => view.assessments()),
};
