/** People whom a snapshot names. The newest snapshot that names somebody is believed; nobody is removed. */
import { insertRows } from "../engines/insert-rows.ts";
import { sameBytes } from "../packed.ts";
import type { PersonItem } from "./prepare/person.ts";
import type { Session } from "./session.ts";

export async function takePeople(session: Session, items: readonly PersonItem[]): Promise<void> {
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
  // The last of each id: one statement can't write a row twice.
  const rows = new Map(
    items.flatMap(({ id, hash, said }) =>
      said === undefined || sameBytes(hashes.get(id), hash)
        ? []
        : [[id, { ...said.words, kind: "person", hash, since: revision.number, doc: said.doc }]],
    ),
  );
  const update = ["name", "bot", "commits", "last_commit", "hash", "since", "doc", "kind", "logins"];
  await insertRows(revision, "person", [...rows.values()], { conflict: { key: ["org", "id"], update } });
  session.counts.people += items.length;
}
