/** What changed units provide; identifiers whose providers are others than before are noted for the join. */
import { insertRows } from "../engines/insert-rows.ts";
import type { UnitFacts } from "./providers.ts";
import type { Session } from "./session.ts";
import type { ChangedUnit } from "./units.ts";

export async function takeProvides(session: Session, changed: readonly ChangedUnit[]): Promise<void> {
  const { revision, changedIdentifiers, names, providers } = session;
  const before = await providedBefore(session, changed);
  const added = [];
  for (const { unit, facts, moved } of changed) {
    const now = new Set(unit.provides.map((name) => names[name] ?? 0));
    if (session.isFirst) noteProvided(session, facts, now);
    const old = before.get(facts.key) ?? new Set<number>();
    for (const identifier of now) {
      if (!old.has(identifier)) added.push({ identifier, unit: facts.key });
      if (!session.isFirst && (moved || !old.has(identifier))) changedIdentifiers.add(identifier);
    }
    const gone = [...old].filter((identifier) => !now.has(identifier));
    for (const identifier of moved ? old : gone) changedIdentifiers.add(identifier);
    if (!session.isFirst) for (const identifier of [...now, ...gone]) providers.delete(identifier);
    if (gone.length === 0) continue;
    await revision.db.deleteFrom("provide").where("unit", "=", facts.key).where("identifier", "in", gone).execute();
  }
  await insertRows(revision, "provide", added);
}

/** Nobody else provides anything yet; only who consumed before that has to be joined again. */
function noteProvided(
  { providers, consumed, changedIdentifiers }: Session,
  facts: UnitFacts,
  identifiers: ReadonlySet<number>,
): void {
  for (const identifier of identifiers) {
    providers.set(identifier, [...(providers.get(identifier) ?? []), facts]);
    if (consumed.has(identifier)) changedIdentifiers.add(identifier);
  }
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
