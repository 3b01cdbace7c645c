import { MOST_PART_BYTES } from "@freehold/store";
import * as z from "zod";
import { defineRoute } from "../route.ts";

export const beginUploadRoute = defineRoute({
  method: "POST",
  path: "/api/v1/uploads",
  operation: "beginUpload",
  tag: "Snapshots",
  summary: "Begins to send a snapshot in parts, so that after a break only the rest is sent again",
  right: "ingest",
  answer: z.object({ id: z.string(), partBytes: z.int().describe("Most bytes of one part") }),
  status: 201,
  async handle({ organisation, actor }) {
    return { value: { id: await organisation.uploads.begin(actor.id), partBytes: MOST_PART_BYTES } };
  },
});
