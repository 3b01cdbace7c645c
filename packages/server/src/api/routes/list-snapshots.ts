import { pageOptions } from "../page-options.ts";
import { defineRoute } from "../route.ts";
import { pageOf } from "../schemas/page.ts";
import { pageQuery } from "../schemas/parameters.ts";
import { listedSnapshotSchema } from "../schemas/snapshot.ts";
import { iso } from "../iso.ts";

export const listSnapshotsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/snapshots",
  operation: "listSnapshots",
  tag: "Snapshots",
  summary: "Snapshots that were taken in, newest first",
  right: "read",
  query: pageQuery,
  answer: pageOf(listedSnapshotSchema),
  async handle({ organisation, query }) {
    const page = await organisation.snapshots(pageOptions(query));
    const items = page.items.map((item) => ({ ...item, made: iso(item.made), received: iso(item.received) }));
    return { value: { ...page, items } };
  },
});
