/** The documents of a batch, stored: packs get rows of their own, and their documents say where they are. */
import { insertRows } from "../engines/insert-rows.ts";
import { packPlace } from "../packed.ts";
import type { DocRef } from "./prepare/documents.ts";
import type { Session } from "./session.ts";

/** What a row stores as its document. */
export type StoredDocument = (ref: DocRef) => Uint8Array;

/** Writes the packs that any of the items is in. */
export async function storeDocuments(
  { revision, keys: reserve }: Pick<Session, "revision" | "keys">,
  { blobs, refs }: { readonly blobs: readonly Uint8Array[]; readonly refs: readonly DocRef[] },
): Promise<StoredDocument> {
  const packs = new Set(refs.flatMap(({ blob, place }) => (place === undefined ? [] : [blob])));
  const allocated = await reserve.take("pack", packs.size);
  const keys = new Map([...packs].map((blob, at) => [blob, allocated[at] ?? 0]));
  await insertRows(
    revision,
    "pack",
    [...keys].map(([blob, key]) => ({ key, docs: blobs[blob] ?? NOTHING })),
  );
  return ({ blob, place }) =>
    place === undefined ? (blobs[blob] ?? NOTHING) : packPlace({ pack: keys.get(blob) ?? 0, place });
}

const NOTHING = new Uint8Array(0);
