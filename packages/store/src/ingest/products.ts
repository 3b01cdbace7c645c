/** Products of a snapshot, a batch at a time: those that differ are handed on to be written. */
import { hashBytes, isSame } from "../packed.ts";
import { storeDocuments } from "./batch-documents.ts";
import type { DocRef } from "./prepare/documents.ts";
import type { ProductItem } from "./prepare/product.ts";
import type { SectionBatch } from "./prepare/registry.ts";
import type { Session } from "./session.ts";
import { type ChangedProduct, KNOWN_COLUMNS, writeProducts } from "./write-products.ts";

export async function takeProducts(
  session: Session,
  { items, blobs }: SectionBatch & { readonly section: "products" },
): Promise<void> {
  const changed = await changedProducts(session, items);
  const refs = changed.map(({ doc }) => doc);
  const stored = await storeDocuments(session, { blobs, refs });
  await writeProducts(
    session,
    changed.map(({ doc, ...product }) => ({ ...product, doc: stored(doc) })),
  );
}

type Changed = Omit<ChangedProduct, "doc"> & { readonly doc: DocRef };

async function changedProducts(session: Session, items: readonly ProductItem[]): Promise<Changed[]> {
  const { revision } = session;
  const ids = new Set(items.map(({ id }) => id));
  const rows = session.isFirst
    ? []
    : await revision.db
        .selectFrom("product")
        .select(KNOWN_COLUMNS)
        .where("id", "in", [...ids])
        .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const fresh = [...ids].filter((id) => !known.has(id) && !session.products.has(id));
  const allocated = await session.keys.take("product", fresh.length);
  const keys = new Map(fresh.map((id, place) => [id, allocated[place] ?? 0]));
  const changed: Changed[] = [];
  for (const item of items) {
    const { id, hash, said } = item;
    if (session.products.has(id)) continue;
    const before = known.get(id);
    const key = before?.key ?? keys.get(id) ?? 0;
    session.products.set(id, key);
    session.counts.products++;
    claimUnits(session, key, item);
    if (said === undefined || (before !== undefined && before.gone !== "retired" && isSame(before.hash, hash)))
      continue;
    changed.push({ product: said.words, key, before, hash: hashBytes(hash), doc: said.doc });
  }
  return changed;
}

/** A unit that two products claim belongs to the first. */
function claimUnits({ claims, folders }: Session, key: number, { units, paths }: ProductItem): void {
  for (const unit of units) if (!claims.has(unit)) claims.set(unit, key);
  for (const path of paths) folders.set(path, key);
}
