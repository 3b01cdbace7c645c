/** Which product a unit belongs to: the first that claims it in the snapshot, then what people corrected. */
import { loadRedirects } from "../corrections/redirects.ts";
import { type RowUpdate, updateRows } from "../engines/update-rows.ts";
import { portions } from "./chunks.ts";
import type { Session } from "./session.ts";

export interface Assigned {
  /** Products that gained or lost a unit. */
  readonly products: Set<number>;
  /** Units that went from one product to another. */
  readonly moved: Set<number>;
}

export async function assignUnits(session: Session): Promise<Assigned> {
  const { revision, claims, changedUnits } = session;
  const assigned: Assigned = { products: new Set(), moved: new Set() };
  if (session.isFirst) return await assignFirst(session);
  const redirects = await loadRedirects(revision, session.products.values());
  for (const repositories of portions(session.repositories.values(), 50)) {
    const rows = await revision.db
      .selectFrom("unit")
      .select(["key", "id", "observed", "product"])
      .where("repository", "in", repositories)
      .execute();
    const updates: RowUpdate[] = [];
    for (const { key, id, observed, product } of rows) {
      const claimed = claims.get(id) ?? null;
      const target = claimed === null ? null : redirects.target(id, claimed);
      if (claimed === observed && target === product) continue;
      updates.push({ key, values: [claimed, target] });
      if (target === product) continue;
      changedUnits.add(key);
      if (product !== null) {
        assigned.products.add(product);
        assigned.moved.add(key);
      }
      if (target !== null) assigned.products.add(target);
    }
    await updateRows(revision, "unit", ["observed", "product"], updates);
  }
  return assigned;
}

/** Nothing was assigned or corrected before. */
async function assignFirst({ revision, claims, units }: Session): Promise<Assigned> {
  const updates: RowUpdate[] = [];
  for (const [id, key] of units) {
    const product = claims.get(id);
    if (product !== undefined) updates.push({ key, values: [product, product] });
  }
  await updateRows(revision, "unit", ["observed", "product"], updates);
  return { products: new Set(updates.flatMap(({ values }) => values[0] ?? [])), moved: new Set() };
}
