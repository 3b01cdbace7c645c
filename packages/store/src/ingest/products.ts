/** Products of a snapshot, a batch at a time: those that differ are handed on to be written. */
import { type Product, productSchema } from "@freehold/model";
import { contentHash, sameBytes } from "../packed.ts";
import type { Item } from "./read-snapshot.ts";
import type { Session } from "./session.ts";
import { type ChangedProduct, KNOWN_COLUMNS, writeProducts } from "./write-products.ts";

export async function takeProducts(session: Session, items: readonly Item[]): Promise<void> {
  await writeProducts(session, await changedProducts(session, items));
}

async function changedProducts(session: Session, items: readonly Item[]): Promise<ChangedProduct[]> {
  const { revision } = session;
  const ids = items.map(({ value }) => idOf(value));
  const rows = await revision.db.selectFrom("product").select(KNOWN_COLUMNS).where("id", "in", ids).execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const fresh = ids.filter((id, place) => !known.has(id) && !session.products.has(id) && ids.indexOf(id) === place);
  const allocated = await revision.engine.allocate(revision.db, "product", fresh.length);
  const keys = new Map(fresh.map((id, place) => [id, allocated[place] ?? 0]));
  const changed: ChangedProduct[] = [];
  for (const { index, value, text } of items) {
    const id = idOf(value);
    if (session.products.has(id)) continue;
    const before = known.get(id);
    const key = before?.key ?? keys.get(id) ?? 0;
    session.products.set(id, key);
    session.counts.products++;
    if (typeof value === "object" && value !== null) claimUnits(session, key, value);
    const hash = contentHash(text);
    if (before !== undefined && before.gone !== "retired" && sameBytes(before.hash, hash)) continue;
    const checked = productSchema.safeParse(value);
    if (checked.success) changed.push({ product: value as Product, key, before, hash, text });
    else session.refusals.addIssues(`/products/${index}`, checked.error.issues);
  }
  session.refusals.throwIfAny();
  return changed;
}

/** A unit that two products claim belongs to the first. */
function claimUnits({ claims, folders }: Session, key: number, value: unknown): void {
  const { units, paths } = value as { readonly units?: unknown; readonly paths?: unknown };
  for (const unit of texts(units)) if (!claims.has(unit)) claims.set(unit, key);
  for (const path of texts(paths)) folders.set(path, key);
}

/** The strings of a list that was not validated yet, or of whatever else is there. */
function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function idOf(value: unknown): string {
  const id = (value as { readonly id?: unknown } | null)?.id;
  return typeof id === "string" ? id : "";
}
