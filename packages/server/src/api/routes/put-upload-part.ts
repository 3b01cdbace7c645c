import { MOST_PART_BYTES } from "@freehold/store";
import * as z from "zod";
import { collected } from "../collected.ts";
import { defineRoute } from "../route.ts";
import { SNAPSHOT_TYPES, uploadParameter } from "../schemas/snapshot.ts";

export const putUploadPartRoute = defineRoute({
  method: "PUT",
  path: "/api/v1/uploads/{upload}/parts/{part}",
  operation: "putUploadPart",
  tag: "Snapshots",
  summary: "Sends one part, numbered from 0; the same part again is fine",
  right: "ingest",
  params: uploadParameter.extend({ part: z.coerce.number().int().min(0).max(1_000_000) }),
  bytes: { types: SNAPSHOT_TYPES, most: MOST_PART_BYTES },
  answer: z.object({ upload: z.string(), part: z.int(), bytes: z.int() }),
  problems: [404, 413, 415, 422],
  async handle({ organisation, params: { upload, part }, bytes }) {
    const content = await collected(bytes);
    await organisation.uploads.add(upload, part, content);
    return { value: { upload, part, bytes: content.length } };
  },
});
