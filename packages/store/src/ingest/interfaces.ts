/** What changed units promise: one row an interface, its elements packed; only those that differ are written. */
import { insertRows } from "../engines/insert-rows.ts";
import { contentHash, packText, sameBytes } from "../packed.ts";
import type { Session } from "./session.ts";
import type { ChangedUnit } from "./units.ts";

export async function takeInterfaces({ revision }: Session, changed: readonly ChangedUnit[]): Promise<void> {
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
  const rows = new Map<string, ReturnType<typeof rowOf>>();
  for (const { unit, facts } of changed) {
    for (const { id, kind, elements } of unit.interfaces ?? []) {
      rows.set(`${facts.key} ${kind} ${id}`, rowOf(facts.key, id, kind, elements, revision.number));
    }
  }
  const differing = [...rows].filter(([name, { hash }]) => !sameBytes(hashes.get(name), hash)).map(([, row]) => row);
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

function rowOf(unit: number, id: string, kind: string, elements: readonly unknown[], since: number) {
  const text = JSON.stringify(elements);
  return { unit, id, kind, elements: elements.length, hash: contentHash(text), since, doc: packText(text) };
}
