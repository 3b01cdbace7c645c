/** Identifiers as numbers: each is written once, everything else points at it. */
import { insertRows } from "../engines/insert-rows.ts";
import type { Scope } from "../scope.ts";
import { portions } from "./chunks.ts";

/** Identifiers met lately; popular ones come in every batch. */
const MOST_REMEMBERED = 100_000;

export type IdentifierKeys = Map<string, number>;

/** The keys of all values, new ones made; `remembered` is kept between calls of one ingest. */
export async function internIdentifiers(
  scope: Scope,
  values: Iterable<string>,
  remembered: IdentifierKeys,
): Promise<IdentifierKeys> {
  const keys: IdentifierKeys = new Map();
  const unknown: string[] = [];
  for (const value of new Set(values)) {
    const key = remembered.get(value);
    if (key === undefined) unknown.push(value);
    else keys.set(value, key);
  }
  if (remembered.size > MOST_REMEMBERED) remembered.clear();
  for (const some of portions(unknown)) {
    const found = await scope.db.selectFrom("identifier").select(["key", "value"]).where("value", "in", some).execute();
    for (const { key, value } of found) keys.set(value, key);
    const fresh = some.filter((value) => !keys.has(value));
    const allocated = await scope.engine.allocate(scope.db, "identifier", fresh.length);
    const rows = fresh.map((value, place) => ({ key: allocated[place] ?? 0, value }));
    await insertRows(scope, "identifier", rows);
    for (const { key, value } of rows) keys.set(value, key);
  }
  for (const value of unknown) remembered.set(value, keys.get(value) ?? 0);
  return keys;
}
