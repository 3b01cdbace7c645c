import { sendKept } from "../json.ts";
import type { Route } from "./route.ts";

export const problemsRoute: Route = {
  path: "/api/v1/problems",
  summary: "Boundary violations, and what could not be read",
  answer: (view, request, reply) => sendKept(view, request, reply, () => view.findings()),
};
