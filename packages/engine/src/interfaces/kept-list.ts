/** Long lists in the cache, in parts: as one value a list of a hundred megabytes would be there as text as well. */
import type { Cache } from "@freehold/repository";

const PART = 2_000;

export async function putList(cache: Cache, shelf: string, key: string, list: readonly unknown[]): Promise<void> {
  for (let at = 0; at < list.length; at += PART)
    await cache.putMany(shelf, new Map([[partKey(key, at), list.slice(at, at + PART)]]));
}

/** Undefined unless every part of it is there. */
export async function getList<T>(
  cache: Cache,
  shelf: string,
  key: string,
  length: number,
): Promise<readonly T[] | undefined> {
  const list: T[] = [];
  for (let at = 0; at < length; at += PART) {
    const part = (await cache.getMany(shelf, [partKey(key, at)])).get(partKey(key, at));
    if (part === undefined) return undefined;
    for (const one of part as readonly T[]) list.push(one);
  }
  return list;
}

function partKey(key: string, at: number): string {
  return at === 0 ? key : `${key} ${at}`;
}
