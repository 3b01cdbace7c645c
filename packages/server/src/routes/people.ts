import { sendKept } from "../json.ts";
import type { Route } from "./route.ts";

export const peopleRoute: Route = {
  path: "/api/v1/people",
  summary: "People and groups with what they own",
  answer: (view, request, reply) => sendKept(view, request, reply, () => view.owners()),
};
