/** Identifiers as numbers: each is written once, everything else points at it. */
import { insertRows } from "../engines/insert-rows.ts";
import { portions } from "./chunks.ts";
import type { NewNames } from "./prepare/names.ts";
import type { Session } from "./session.ts";

/** Learns the keys of the identifiers that a batch brings; new ones are made. */
export async function internNames(session: Session, { from, values }: NewNames): Promise<void> {
  const { names, isFirst } = session;
  // Numbering that started anew may name again what was named before.
  const areNew = isFirst && from === names.length;
  names.length = from;
  for (const some of portions(values)) names.push(...(await keysOf(session, some, areNew)));
}

async function keysOf(
  { revision, keys: reserve }: Session,
  values: readonly string[],
  areNew: boolean,
): Promise<number[]> {
  const found = areNew
    ? []
    : await revision.db.selectFrom("identifier").select(["key", "value"]).where("value", "in", values).execute();
  const keys = new Map(found.map(({ key, value }) => [value, key]));
  const fresh = values.filter((value) => !keys.has(value));
  const allocated = await reserve.take("identifier", fresh.length);
  const rows = fresh.map((value, place) => ({ key: allocated[place] ?? 0, value }));
  await insertRows(revision, "identifier", rows);
  for (const { key, value } of rows) keys.set(value, key);
  return values.map((value) => keys.get(value) ?? 0);
}
