/** Repositories of a snapshot: what it says replaces what was known of them. */
import { insertRows } from "../engines/insert-rows.ts";
import { storeDocuments } from "./batch-documents.ts";
import type { SectionBatch } from "./prepare/registry.ts";
import type { Session } from "./session.ts";

export async function takeRepositories(
  session: Session,
  { items, blobs }: SectionBatch & { readonly section: "repositories" },
): Promise<void> {
  const { revision } = session;
  const ids = items.map(({ id }) => id);
  const known = session.isFirst ? [] : await knownRepositories(revision.db, ids);
  for (const { key } of known) session.knownRepositories.add(key);
  const keys = new Map(known.map(({ id, key }) => [id, key]));
  for (const id of ids) {
    const key = session.repositories.get(id);
    if (key !== undefined) keys.set(id, key);
  }
  const fresh = ids.filter((id) => !keys.has(id));
  const allocated = await session.keys.take("repository", fresh.length);
  for (const [place, id] of fresh.entries()) keys.set(id, allocated[place] ?? 0);
  const stored = await storeDocuments(session, { blobs, refs: [] });
  const rows = items.flatMap(({ id, said }) =>
    said === undefined
      ? []
      : [{ key: keys.get(id) ?? 0, ...said.words, revision: revision.number, snapshot: "", doc: stored(said.doc) }],
  );
  const update = ["name", "url", "commit_id", "committed", "revision", "doc"];
  await insertRows(revision, "repository", rows, { conflict: { key: ["key"], update } });
  for (const { id, key } of rows) session.repositories.set(id, key);
}

async function knownRepositories(db: Session["revision"]["db"], ids: readonly string[]) {
  return await db.selectFrom("repository").select(["id", "key"]).where("id", "in", ids).execute();
}
