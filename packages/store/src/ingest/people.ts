/** People whom a snapshot names. The newest snapshot that names somebody is believed; nobody is removed. */
import { insertRows } from "../engines/insert-rows.ts";
import { hashBytes, isSame } from "../packed.ts";
import { storeDocuments } from "./batch-documents.ts";
import type { SectionBatch } from "./prepare/registry.ts";
import type { Session } from "./session.ts";

export async function takePeople(
  session: Session,
  { items, blobs }: SectionBatch & { readonly section: "people" },
): Promise<void> {
  const { revision } = session;
  const known = await revision.db
    .selectFrom("person")
    .select(["id", "hash"])
    .where(
      "id",
      "in",
      items.map(({ id }) => id),
    )
    .execute();
  const hashes = new Map(known.map(({ id, hash }) => [id, hash]));
  const stored = await storeDocuments(session, { blobs, refs: [] });
  // The last of each id: one statement can't write a row twice.
  const rows = new Map(
    items.flatMap(({ id, hash, said }) =>
      said === undefined || isSame(hashes.get(id), hash)
        ? []
        : [
            [
              id,
              { ...said.words, kind: "person", hash: hashBytes(hash), since: revision.number, doc: stored(said.doc) },
            ],
          ],
    ),
  );
  const update = ["name", "bot", "commits", "last_commit", "hash", "since", "doc", "kind", "logins"];
  await insertRows(revision, "person", [...rows.values()], { conflict: { key: ["org", "id"], update } });
  session.counts.people += items.length;
}
