/** Documents of rows: packed there, or in a pack that several rows share. */
import { type PackPlace, placeOf, unpack, unpackTogether } from "./packed.ts";
import type { Scope } from "./scope.ts";

/** What the documents of these rows say, in their order. Packs are read once each. */
export async function readDocuments<T>({ db }: Pick<Scope, "db">, docs: readonly Uint8Array[]): Promise<T[]> {
  const places = docs.map(placeOf);
  const keys = new Set(places.flatMap((place) => place?.pack ?? []));
  const packs = new Map<number, readonly string[]>();
  if (keys.size > 0) {
    const rows = await db
      .selectFrom("pack")
      .select(["key", "docs"])
      .where("key", "in", [...keys])
      .execute();
    for (const { key, docs: together } of rows) packs.set(key, unpackTogether(together));
  }
  return docs.map((doc, at) => {
    const place = places[at];
    return (place === undefined ? unpack(doc) : fromPack(packs, place)) as T;
  });
}

export async function readDocument<T>(scope: Pick<Scope, "db">, doc: Uint8Array): Promise<T> {
  const [found] = await readDocuments<T>(scope, [doc]);
  return found as T;
}

function fromPack(packs: ReadonlyMap<number, readonly string[]>, { pack, place }: PackPlace): unknown {
  const text = packs.get(pack)?.[place];
  if (text === undefined) throw new Error(`document ${place} of pack ${pack} is missing: the database is damaged`);
  return JSON.parse(text);
}
