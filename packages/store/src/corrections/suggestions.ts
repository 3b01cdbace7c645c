/** Suggestions: edits that git contradicts, kept until the charter says the same or somebody takes them back. */
import { insertRows } from "../engines/insert-rows.ts";
import type { Revision } from "../revisions.ts";
import type { Dispute } from "./overlay.ts";

export interface Disputed {
  readonly product: number;
  readonly disputes: readonly Dispute[];
}

/** Opens what is disputed now and closes what is not any more; `existing` are the products that can have some. */
export async function writeSuggestions(
  revision: Revision,
  disputed: readonly Disputed[],
  existing: readonly number[],
): Promise<void> {
  if (existing.length === 0) return;
  const open = await revision.db
    .selectFrom("suggestion")
    .select(["key", "product", "correction", "field"])
    .where("product", "in", existing)
    .where("state", "=", "open")
    .execute();
  const wanted = new Map<string, { readonly product: number; readonly dispute: Dispute }>(
    disputed.flatMap(({ product, disputes }) =>
      disputes.map((dispute) => [`${product} ${dispute.correction} ${dispute.field}`, { product, dispute }] as const),
    ),
  );
  for (const { key, product, correction, field } of open) {
    const name = `${product} ${correction} ${field}`;
    const still = wanted.get(name);
    wanted.delete(name);
    if (still === undefined) await close(revision, key, correction);
    else {
      const charter = JSON.stringify(still.dispute.charter);
      await revision.db.updateTable("suggestion").set({ charter }).where("key", "=", key).execute();
    }
  }
  const keys = await revision.engine.allocate(revision.db, "suggestion", wanted.size);
  const rows = [...wanted.values()].map(({ product, dispute }, place) => ({
    key: keys[place] ?? 0,
    correction: dispute.correction,
    product,
    field: dispute.field,
    charter: JSON.stringify(dispute.charter),
    proposed: JSON.stringify(dispute.proposed),
    state: "open" as const,
    revision: revision.number,
  }));
  await insertRows(revision, "suggestion", rows);
}

/** It was adopted, unless its correction was taken back or a later one says something else. */
async function close(revision: Revision, key: number, correction: number): Promise<void> {
  const row = await revision.db
    .selectFrom("correction")
    .select("undone")
    .where("key", "=", correction)
    .executeTakeFirst();
  const state = row?.undone === null ? "adopted" : "withdrawn";
  await revision.db.updateTable("suggestion").set({ state }).where("key", "=", key).execute();
}
