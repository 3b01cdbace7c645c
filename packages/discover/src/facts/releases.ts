/**
 * Which tags are releases of which product. A tag names its product (`core@1.2.0`, `core-v1.2.0`,
 * `core/v1.2.0`) or none (`v1.2.0`): then it releases the repository's own product, and its parts as long
 * as they have no tags of their own.
 */
import type { Product, Release, Tag, Unit } from "@freehold/model";

const NUMBER = String.raw`(\d+\.\d+(?:\.\d+)?(?:[-+][\w.+-]+)?)`;
const PLAIN = new RegExp(String.raw`^v?${NUMBER}$`);
const NAMED = new RegExp(String.raw`^(.+?)[-_/@]v?${NUMBER}$`);

/** Releases by id of the product, newest first. O(tags + products · names). */
export function releasesOf(
  tags: readonly Tag[],
  products: readonly Product[],
  units: ReadonlyMap<string, Unit>,
): ReadonlyMap<string, readonly Release[]> {
  const byName = productsByName(products, units);
  const named = new Map<string, Release[]>();
  const plain: Release[] = [];
  for (const tag of tags) {
    const { prefix, version } = partsOf(tag.name);
    if (version === undefined) continue;
    const release = { version, tag: tag.name, commit: tag.commit, releasedAt: tag.taggedAt };
    const product = prefix === undefined ? undefined : byName.get(prefix);
    if (product !== undefined) listOf(named, product).push(release);
    else if (prefix === undefined || /^(?:release|releases|version|v)$/i.test(prefix)) plain.push(release);
  }
  return new Map(products.map(({ id }) => [id, named.get(id) ?? plain]));
}

function partsOf(tag: string): { readonly prefix?: string | undefined; readonly version?: string | undefined } {
  const plain = PLAIN.exec(tag);
  if (plain !== null) return { version: plain[1] };
  const [, prefix, version] = NAMED.exec(tag) ?? [];
  return { prefix, version };
}

function productsByName(products: readonly Product[], units: ReadonlyMap<string, Unit>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const product of products) {
    const own = product.units.flatMap((id) => {
      const unit = units.get(id);
      return unit === undefined || unit.role !== "source" ? [] : [unit.name, unit.path, lastPart(unit.name)];
    });
    for (const name of [...own, product.slug, product.name])
      if (name !== "" && !names.has(name)) names.set(name, product.id);
  }
  return names;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: T[] = [];
  lists.set(key, list);
  return list;
}
