/** Repositories of a snapshot: what it says replaces what was known of them. */
import { repositorySchema, type RepositoryInfo } from "@freehold/model";
import { insertRows } from "../engines/insert-rows.ts";
import { pack } from "../packed.ts";
import type { Item } from "./read-snapshot.ts";
import type { Session } from "./session.ts";

export async function takeRepositories(session: Session, items: readonly Item[]): Promise<void> {
  const infos: RepositoryInfo[] = [];
  for (const { index, value } of items) {
    const checked = repositorySchema.safeParse(value);
    if (checked.success) infos.push(value as RepositoryInfo);
    else session.refusals.addIssues(`/repositories/${index}`, checked.error.issues);
  }
  session.refusals.throwIfAny();
  const { revision } = session;
  const ids = infos.map(({ id }) => id);
  const known = await revision.db.selectFrom("repository").select(["id", "key"]).where("id", "in", ids).execute();
  for (const { key } of known) session.knownRepositories.add(key);
  const keys = new Map(known.map(({ id, key }) => [id, key]));
  const fresh = ids.filter((id) => !keys.has(id));
  const allocated = await revision.engine.allocate(revision.db, "repository", fresh.length);
  for (const [place, id] of fresh.entries()) keys.set(id, allocated[place] ?? 0);
  const rows = infos.map((info) => ({
    key: keys.get(info.id) ?? 0,
    id: info.id,
    name: info.name,
    url: info.url ?? null,
    commit_id: info.revision ?? null,
    committed: info.committedAt === undefined ? null : Date.parse(info.committedAt),
    revision: revision.number,
    snapshot: "",
    doc: pack(info),
  }));
  const update = ["name", "url", "commit_id", "committed", "revision", "doc"];
  await insertRows(revision, "repository", rows, { conflict: { key: ["key"], update } });
  for (const { id, key } of rows) session.repositories.set(id, key);
}
