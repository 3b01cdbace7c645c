/** Which product a unit belongs to: the first that claims it in the snapshot, then what people corrected. */
import { type RowUpdate, updateRows } from "../engines/update-rows.ts";
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
  for (const repository of session.repositories.values()) {
    const rows = await revision.db
      .selectFrom("unit")
      .select(["key", "id", "observed", "product"])
      .where("repository", "=", repository)
      .execute();
    const updates: RowUpdate[] = [];
    for (const { key, id, observed, product } of rows) {
      const claimed = claims.get(id) ?? null;
      if (claimed === observed) continue;
      updates.push({ key, values: [claimed, claimed] });
      changedUnits.add(key);
      if (product !== null) {
        assigned.products.add(product);
        assigned.moved.add(key);
      }
      if (claimed !== null) assigned.products.add(claimed);
    }
    await updateRows(revision, "unit", ["observed", "product"], updates);
  }
  return assigned;
}
