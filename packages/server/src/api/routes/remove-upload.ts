import * as z from "zod";
import { defineRoute } from "../route.ts";
import { uploadParameter } from "../schemas/snapshot.ts";

export const removeUploadRoute = defineRoute({
  method: "DELETE",
  path: "/api/v1/uploads/{upload}",
  operation: "removeUpload",
  tag: "Snapshots",
  summary: "Forgets an upload and its parts; one that is not there is forgotten already",
  right: "ingest",
  params: uploadParameter,
  answer: z.object({ removed: z.string() }),
  async handle({ organisation, params: { upload } }) {
    await organisation.uploads.remove(upload);
    return { value: { removed: upload } };
  },
});
