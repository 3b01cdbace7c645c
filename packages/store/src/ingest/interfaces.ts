/** What changed units promise: one row an interface, its elements packed; only those that differ are written. */
import { insertRows } from "../engines/insert-rows.ts";
import { hashBytes, isSame } from "../packed.ts";
import type { StoredDocument } from "./batch-documents.ts";
import type { InterfaceWords } from "./prepare/unit.ts";
import type { Session } from "./session.ts";
import type { ChangedUnit } from "./units.ts";

export async function takeInterfaces(
  { revision }: Session,
  changed: readonly ChangedUnit[],
  stored: StoredDocument,
): Promise<void> {
  const existing = changed.filter(({ fresh }) => !fresh).map(({ facts }) => facts.key);
  const before =
    existing.length === 0
      ? []
      : await revision.db
          .selectFrom("interface")
          .select(["unit", "id", "kind", "hash"])
          .where("unit", "in", existing)
          .execute();
  const hashes = new Map(before.map(({ unit, id, kind, hash }) => [`${unit} ${kind} ${id}`, hash]));
  const rows = new Map<string, InterfaceWords & { readonly unit: number; readonly since: number }>();
  for (const { unit, facts } of changed) {
    for (const promised of unit.interfaces) {
      const { id, kind } = promised;
      rows.set(`${facts.key} ${kind} ${id}`, { ...promised, unit: facts.key, since: revision.number });
    }
  }
  const differing = [...rows]
    .filter(([name, { hash }]) => !isSame(hashes.get(name), hash))
    .map(([, { hash, doc, ...row }]) => ({ ...row, hash: hashBytes(hash), doc: stored(doc) }));
  await insertRows(revision, "interface", differing, {
    conflict: { key: ["org", "unit", "id", "kind"], update: ["elements", "hash", "since", "doc"] },
  });
  for (const { unit, id, kind } of before) {
    if (rows.has(`${unit} ${kind} ${id}`)) continue;
    await revision.db
      .deleteFrom("interface")
      .where("unit", "=", unit)
      .where("id", "=", id)
      .where("kind", "=", kind)
      .execute();
  }
}
