import { defineRoute } from "../route.ts";
import { ingestResultSchema, uploadParameter } from "../schemas/snapshot.ts";

export const finishUploadRoute = defineRoute({
  method: "POST",
  path: "/api/v1/uploads/{upload}/snapshot",
  operation: "finishUpload",
  tag: "Snapshots",
  summary: "Takes in the snapshot whose parts have all arrived, and forgets the upload",
  right: "ingest",
  params: uploadParameter,
  answer: ingestResultSchema,
  status: 201,
  also: 200,
  problems: [404, 409, 422],
  async handle({ organisation, author, params: { upload } }) {
    const result = await organisation.uploads.finish(author, upload);
    return { value: result, status: result.known ? 200 : 201 };
  },
});
