/**
 * The join, where it changed: every consume of an identifier whose providers are others than before asks
 * again whom it gets. What nobody touched is not read. The cost follows the consumers of what changed.
 */
import { insertRows } from "../engines/insert-rows.ts";
import type { Revision } from "../revisions.ts";
import { portions } from "./chunks.ts";
import { CONSUME_CONFLICT } from "./consumes.ts";
import { factsOf, providerKey, providersOf } from "./providers.ts";

/** Returns the units that now get others than before. */
export async function resolveConsumes(revision: Revision, identifiers: Iterable<number>): Promise<Set<number>> {
  const changed = new Set<number>();
  for (const some of portions(identifiers)) {
    const providers = await providersOf(revision, some);
    const rows = await revision.db
      .selectFrom("consume")
      .innerJoin("unit", "unit.key", "consume.unit")
      .select(["consume.identifier", "consume.provider", "consume.scopes", "consume.weight", "consume.links"])
      .select(["unit.key", "unit.id", "unit.repository", "unit.role", "unit.path", "unit.published", "unit.around"])
      .where("consume.identifier", "in", some)
      .execute();
    const differing = rows.flatMap((row) => {
      const { identifier, scopes, weight, links } = row;
      const provider = providerKey(factsOf(row), providers.get(identifier));
      return provider === row.provider ? [] : [{ unit: row.key, identifier, provider, scopes, weight, links }];
    });
    await insertRows(revision, "consume", differing, { conflict: CONSUME_CONFLICT });
    for (const { unit } of differing) changed.add(unit);
  }
  return changed;
}
