/** What changed units provide; identifiers whose providers are others than before are noted for the join. */
import { insertRows } from "../engines/insert-rows.ts";
import { internIdentifiers } from "./identifiers.ts";
import type { Session } from "./session.ts";
import type { ChangedUnit } from "./units.ts";

export async function takeProvides(session: Session, changed: readonly ChangedUnit[]): Promise<void> {
  const { revision, changedIdentifiers, identifiers, providers } = session;
  const values = changed.flatMap(({ unit }) => unit.provides);
  const keys = await internIdentifiers(revision, values, identifiers);
  const before = await providedBefore(session, changed);
  const added = [];
  for (const { unit, facts, moved } of changed) {
    const now = new Set(unit.provides.map((id) => keys.get(id) ?? 0));
    const old = before.get(facts.key) ?? new Set<number>();
    for (const identifier of now) {
      if (!old.has(identifier)) added.push({ identifier, unit: facts.key });
      if (moved || !old.has(identifier)) changedIdentifiers.add(identifier);
    }
    const gone = [...old].filter((identifier) => !now.has(identifier));
    for (const identifier of moved ? old : gone) changedIdentifiers.add(identifier);
    for (const identifier of [...now, ...gone]) providers.delete(identifier);
    if (gone.length === 0) continue;
    await revision.db.deleteFrom("provide").where("unit", "=", facts.key).where("identifier", "in", gone).execute();
  }
  await insertRows(revision, "provide", added);
}

async function providedBefore(
  { revision }: Session,
  changed: readonly ChangedUnit[],
): Promise<Map<number, Set<number>>> {
  const before = new Map<number, Set<number>>();
  const existing = changed.filter(({ fresh }) => !fresh).map(({ facts }) => facts.key);
  if (existing.length === 0) return before;
  const rows = await revision.db
    .selectFrom("provide")
    .select(["unit", "identifier"])
    .where("unit", "in", existing)
    .execute();
  for (const { unit, identifier } of rows) {
    const set = before.get(unit);
    if (set === undefined) before.set(unit, new Set([identifier]));
    else set.add(identifier);
  }
  return before;
}
