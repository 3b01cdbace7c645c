/** People whom a snapshot names. The newest snapshot that names somebody is believed; nobody is removed. */
import { type Person, personSchema } from "@freehold/model";
import { insertRows } from "../engines/insert-rows.ts";
import { contentHash, packText, sameBytes } from "../packed.ts";
import type { Item } from "./read-snapshot.ts";
import type { Session } from "./session.ts";

export async function takePeople(session: Session, items: readonly Item[]): Promise<void> {
  const { revision } = session;
  const hashed = items.map((item) => ({ ...item, id: idOf(item.value), hash: contentHash(item.text) }));
  const known = await revision.db
    .selectFrom("person")
    .select(["id", "hash"])
    .where(
      "id",
      "in",
      hashed.map(({ id }) => id),
    )
    .execute();
  const hashes = new Map(known.map(({ id, hash }) => [id, hash]));
  const rows = [];
  for (const { index, value, text, id, hash } of hashed) {
    if (sameBytes(hashes.get(id), hash)) continue;
    const checked = personSchema.safeParse(value);
    if (!checked.success) {
      session.refusals.addIssues(`/people/${index}`, checked.error.issues);
      continue;
    }
    rows.push(rowOf(value as Person, hash, packText(text), revision.number));
  }
  session.refusals.throwIfAny();
  const update = ["name", "bot", "commits", "last_commit", "hash", "since", "doc"];
  await insertRows(revision, "person", distinct(rows), { conflict: { key: ["org", "id"], update } });
  session.counts.people += items.length;
}

function rowOf(person: Person, hash: Uint8Array, doc: Uint8Array, since: number) {
  return {
    id: person.id,
    name: person.name,
    bot: person.bot ? (1 as const) : (0 as const),
    commits: person.commits,
    last_commit: person.lastCommit === undefined ? null : Date.parse(person.lastCommit),
    hash,
    since,
    doc,
  };
}

/** The last of each id: one statement can't write a row twice. */
function distinct<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function idOf(value: unknown): string {
  const id = (value as { readonly id?: unknown } | null)?.id;
  return typeof id === "string" ? id : "";
}
