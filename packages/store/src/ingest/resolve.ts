/**
 * The join, where it changed: every consume of an identifier whose providers are others than before asks
 * again whom it gets. What nobody touched is not read. The cost follows the consumers of what changed.
 */
import { insertRows } from "../engines/insert-rows.ts";
import { runMany, valueList } from "../engines/row-groups.ts";
import type { Revision } from "../revisions.ts";
import type { Session } from "./session.ts";
import { portions } from "./chunks.ts";
import { CONSUME_CONFLICT } from "./consumes.ts";
import { factsOf, onlyProvider, providerKey, providersOf, type UnitFacts } from "./providers.ts";

/** Returns the units that now get others than before. */
export async function resolveConsumes(session: Session): Promise<Set<number>> {
  const { revision, isFirst, changedIdentifiers } = session;
  const changed = new Set<number>();
  for (const some of portions(changedIdentifiers)) {
    const providers = isFirst ? session.providers : await providersOf(revision, some);
    const plain: [identifier: number, provider: number][] = [];
    const contested: number[] = [];
    for (const identifier of some) {
      const only = onlyProvider(providers.get(identifier));
      if (only === undefined) contested.push(identifier);
      else plain.push([identifier, only]);
    }
    for (const unit of await resolvePlain(revision, plain)) changed.add(unit);
    for (const unit of await resolveContested(revision, contested, providers)) changed.add(unit);
  }
  return changed;
}

/** Identifiers that mean the same unit whoever asks, which nearly all do: no consumer has to be looked at. */
async function resolvePlain(
  revision: Revision,
  pairs: readonly (readonly [identifier: number, provider: number])[],
): Promise<number[]> {
  const org = Math.trunc(revision.org);
  const rows = await runMany<{ unit: number }>(revision, pairs, (count) =>
    revision.engine.kind === "sqlite"
      ? `update consume set provider = ?2 where org = ${org} and identifier = ?1 and provider is not ?2 returning unit`
      : `update consume set provider = v.column2 from (values ${valueList("postgres", count, 2, "integer")}) as v
        where consume.org = ${org} and consume.identifier = v.column1
          and consume.provider is distinct from v.column2 returning consume.unit`,
  );
  return rows.map(({ unit }) => unit);
}

async function resolveContested(
  revision: Revision,
  identifiers: readonly number[],
  providers: ReadonlyMap<number, readonly UnitFacts[]>,
): Promise<number[]> {
  if (identifiers.length === 0) return [];
  const rows = await revision.db
    .selectFrom("consume")
    .innerJoin("unit", "unit.key", "consume.unit")
    .select(["consume.identifier", "consume.provider", "consume.scopes", "consume.weight", "consume.links"])
    .select(["unit.key", "unit.id", "unit.repository", "unit.role", "unit.path", "unit.published", "unit.around"])
    .where("consume.identifier", "in", identifiers)
    .execute();
  const differing = rows.flatMap((row) => {
    const { identifier, scopes, weight, links } = row;
    const provider = providerKey(factsOf(row), providers.get(identifier));
    return provider === row.provider ? [] : [{ unit: row.key, identifier, provider, scopes, weight, links }];
  });
  await insertRows(revision, "consume", differing, { conflict: CONSUME_CONFLICT });
  return differing.map(({ unit }) => unit);
}
