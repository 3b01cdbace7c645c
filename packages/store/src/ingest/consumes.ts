/** What changed units consume, joined at once to what is provided so far; only rows that differ are written. */
import type { Insertable } from "kysely";
import { insertRows } from "../engines/insert-rows.ts";
import type { ConsumeTable } from "../schema/graph.ts";
import { type KnownProviders, providerKey, providersOfMany } from "./providers.ts";
import type { Session } from "./session.ts";
import type { ChangedUnit } from "./units.ts";

type ConsumeRow = Omit<Insertable<ConsumeTable>, "org">;

export const CONSUME_CONFLICT = {
  key: ["org", "unit", "identifier"],
  update: ["provider", "scopes", "weight", "links"],
} as const;

export async function takeConsumes(session: Session, changed: readonly ChangedUnit[]): Promise<void> {
  const { revision, names } = session;
  const providers = await providersOfConsumed(session, changed);
  const before = await consumedBefore(session, changed);
  const written: ConsumeRow[] = [];
  for (const { unit, facts } of changed) {
    const rows = new Map<number, ConsumeRow>();
    for (const [name, scopes, weight] of unit.consumes) {
      const identifier = names[name] ?? 0;
      const row = rows.get(identifier);
      rows.set(identifier, {
        unit: facts.key,
        identifier,
        provider: row?.provider ?? providerKey(facts, providers.get(identifier)),
        scopes: (row?.scopes ?? 0) | scopes,
        weight: (row?.weight ?? 0) + weight,
        links: (row?.links ?? 0) + 1,
      });
    }
    const old = before.get(facts.key) ?? NONE;
    // In the order of the table they are written behind each other.
    for (const identifier of [...rows.keys()].sort((a, b) => a - b)) {
      const row = rows.get(identifier);
      if (row !== undefined && !same(old.get(identifier), row)) written.push(row);
    }
    if (old.size === 0) continue;
    const gone = [...old.keys()].filter((identifier) => !rows.has(identifier));
    if (gone.length === 0) continue;
    await revision.db.deleteFrom("consume").where("unit", "=", facts.key).where("identifier", "in", gone).execute();
  }
  await insertRows(revision, "consume", written, before.size === 0 ? {} : { conflict: CONSUME_CONFLICT });
}

const NONE: ReadonlyMap<number, ConsumeRow> = new Map();

async function providersOfConsumed(session: Session, changed: readonly ChangedUnit[]): Promise<KnownProviders> {
  const { revision, names, isFirst, consumed } = session;
  const identifiers = isFirst ? consumed : new Set<number>();
  for (const { unit } of changed) for (const [name] of unit.consumes) identifiers.add(names[name] ?? 0);
  return isFirst ? session.providers : await providersOfMany(revision, identifiers, session.providers);
}

async function consumedBefore(
  { revision }: Session,
  changed: readonly ChangedUnit[],
): Promise<Map<number, Map<number, ConsumeRow>>> {
  const before = new Map<number, Map<number, ConsumeRow>>();
  const existing = changed.filter(({ fresh }) => !fresh).map(({ facts }) => facts.key);
  if (existing.length === 0) return before;
  const rows = await revision.db
    .selectFrom("consume")
    .select(["unit", "identifier", "provider", "scopes", "weight", "links"])
    .where("unit", "in", existing)
    .execute();
  for (const row of rows) {
    const ofUnit = before.get(row.unit);
    if (ofUnit === undefined) before.set(row.unit, new Map([[row.identifier, row]]));
    else ofUnit.set(row.identifier, row);
  }
  return before;
}

function same(a: ConsumeRow | undefined, b: ConsumeRow): boolean {
  return (
    a !== undefined &&
    a.provider === b.provider &&
    a.scopes === b.scopes &&
    a.weight === b.weight &&
    a.links === b.links
  );
}
