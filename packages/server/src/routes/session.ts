import { sendJson } from "../json.ts";
import type { Route } from "./route.ts";

/** In the form of the route over the store: the pages ask both servers alike. */
const READ_ONLY = {
  accounts: false,
  ways: { password: false, github: false, oidc: false },
  actor: { id: "local", kind: "person", organisation: "", rights: ["read"], organisations: [] },
};

export const sessionRoute: Route = {
  path: "/api/v1/session",
  summary: "Who asks: one person on their own machine, who only reads",
  answer: async (_view, request, reply) => await sendJson(request, reply, READ_ONLY),
};
