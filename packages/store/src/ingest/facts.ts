/** What checks look at, of products and of repositories; kept beside them, since only assessing reads it. */
import { insertRows } from "../engines/insert-rows.ts";
import { hashBytes, isSame } from "../packed.ts";
import { storeDocuments, type StoredDocument } from "./batch-documents.ts";
import type { FactItem } from "./prepare/fact.ts";
import type { SectionBatch } from "./prepare/registry.ts";
import type { Session } from "./session.ts";

/** Facts of a product that the snapshot does not name before them are passed over. */
export async function takeProductFacts(
  session: Session,
  { items, blobs }: SectionBatch & { readonly section: "productFacts" },
): Promise<void> {
  const { revision, assess } = session;
  const found = keyed(items, session.products);
  if (found.size === 0) return;
  const known = await revision.db
    .selectFrom("product_fact")
    .select(["product as key", "hash"])
    .where("product", "in", [...found.keys()])
    .execute();
  const stored = await storeDocuments(session, { blobs, refs: [] });
  const rows = differing(found, known, stored).map(({ key, ...row }) => ({ product: key, ...row }));
  await insertRows(revision, "product_fact", rows, {
    conflict: { key: ["org", "product"], update: ["hash", "doc"] },
  });
  for (const { product } of rows) assess.add(product);
}

export async function takeRepositoryFacts(
  session: Session,
  { items, blobs }: SectionBatch & { readonly section: "repositoryFacts" },
): Promise<void> {
  const { revision } = session;
  const found = keyed(items, session.repositories);
  if (found.size === 0) return;
  const known = await revision.db
    .selectFrom("repository_fact")
    .select(["repository as key", "hash"])
    .where("repository", "in", [...found.keys()])
    .execute();
  const stored = await storeDocuments(session, { blobs, refs: [] });
  const rows = differing(found, known, stored).map(({ key, ...row }) => ({ repository: key, ...row }));
  await insertRows(revision, "repository_fact", rows, {
    conflict: { key: ["org", "repository"], update: ["hash", "doc"] },
  });
  if (rows.length === 0) return;
  const judged = await revision.db
    .selectFrom("product")
    .select("key")
    .where(
      "repository",
      "in",
      rows.map(({ repository }) => repository),
    )
    .execute();
  for (const { key } of judged) session.assess.add(key);
}

function keyed(items: readonly FactItem[], keys: ReadonlyMap<string, number>): Map<number, FactItem> {
  const found = new Map<number, FactItem>();
  for (const item of items) {
    const key = keys.get(item.about);
    if (key !== undefined && !found.has(key)) found.set(key, item);
  }
  return found;
}

interface Known {
  readonly key: number;
  readonly hash: Uint8Array;
}

function differing(found: ReadonlyMap<number, FactItem>, known: readonly Known[], stored: StoredDocument) {
  const hashes = new Map(known.map(({ key, hash }) => [key, hash]));
  return [...found].flatMap(([key, { hash, doc }]) =>
    isSame(hashes.get(key), hash) ? [] : [{ key, hash: hashBytes(hash), doc: stored(doc) }],
  );
}
