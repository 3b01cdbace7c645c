import { defineRoute } from "../route.ts";
import { ingestResultSchema, MOST_SNAPSHOT_BYTES, SNAPSHOT_TYPES } from "../schemas/snapshot.ts";
import { spooled } from "../spool.ts";

export const pushSnapshotRoute = defineRoute({
  method: "POST",
  path: "/api/v1/snapshots",
  operation: "pushSnapshot",
  tag: "Snapshots",
  summary: "Takes a snapshot in, all of it or nothing; the same bytes a second time change nothing",
  right: "ingest",
  bytes: { types: SNAPSHOT_TYPES, most: MOST_SNAPSHOT_BYTES },
  answer: ingestResultSchema,
  status: 201,
  also: 200,
  problems: [413, 415, 422],
  async handle({ organisation, author, bytes }) {
    await using spool = await spooled(bytes);
    const result = await organisation.ingest(author, spool.bytes());
    return { value: result, status: result.known ? 200 : 201 };
  },
});
