import { present } from "../not-found.ts";
import { defineRoute } from "../route.ts";
import { uploadParameter, uploadSchema } from "../schemas/snapshot.ts";
import { iso } from "../iso.ts";

export const getUploadRoute = defineRoute({
  method: "GET",
  path: "/api/v1/uploads/{upload}",
  operation: "getUpload",
  tag: "Snapshots",
  summary: "Which parts of an upload have arrived",
  right: "ingest",
  params: uploadParameter,
  answer: uploadSchema,
  problems: [404],
  async handle({ organisation, params: { upload } }) {
    const status = present(await organisation.uploads.status(upload), "upload", upload);
    return { value: { ...status, created: iso(status.created) } };
  },
});
