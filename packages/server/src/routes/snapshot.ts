import { Readable } from "node:stream";
import { snapshotText } from "@freehold/engine";
import type { Route } from "./route.ts";

/** Streamed, since a large snapshot does not fit into one string. */
export const snapshotRoute: Route = {
  path: "/api/v1/snapshot",
  summary: "The whole snapshot, as a file",
  async answer(view, _request, reply) {
    reply.header("content-disposition", 'attachment; filename="snapshot.json"');
    return reply.type("application/json; charset=utf-8").send(Readable.from(snapshotText(view.snapshot)));
  },
};
