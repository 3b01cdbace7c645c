/**
 * Which tags are releases of which product. A tag names its product (`core@1.2.0`, `core-v1.2.0`,
 * `core/v1.2.0`) or none (`v1.2.0`): then it releases the repository's own product, and its parts as long
 * as they have no tags of their own; a part that had some and has none any more is released with the whole since.
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
  const endings = productsByEnding(byName);
  const named = new Map<string, Release[]>();
  const plain: Release[] = [];
  for (const tag of tags) {
    const { prefix, version } = partsOf(tag.name);
    if (version === undefined) continue;
    const release = { version, tag: tag.name, commit: tag.commit, releasedAt: tag.taggedAt };
    const product = prefix === undefined ? undefined : (byName.get(prefix) ?? endings.get(prefix));
    if (product !== undefined) listOf(named, product).push(release);
    else if (prefix === undefined || /^(?:release|releases|version|v)$/i.test(prefix)) plain.push(release);
  }
  const own = (id: string) => named.get(id) ?? plain;
  return new Map(
    products.map(({ id, partOf, paths }) => {
      const isWhole = partOf === undefined && paths.some((path) => path.endsWith(":"));
      const whole = partOf === undefined ? (isWhole ? plain : undefined) : own(partOf);
      return [id, whole === undefined ? own(id) : withWhole(own(id), whole)];
    }),
  );
}

/** A line of tags goes on under the name of the whole: several later ones with higher versions. */
function withWhole(own: readonly Release[], whole: readonly Release[]): readonly Release[] {
  const [last] = own;
  if (last === undefined || own === whole) return own;
  const since = whole.filter(
    ({ releasedAt, version }) => releasedAt > last.releasedAt && isHigher(version, last.version),
  );
  return since.length < GOES_ON ? own : [...since, ...own];
}

/** Fewer may be releases of something else. */
const GOES_ON = 3;

function isHigher(version: string, other: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(other)];
  const at = a.findIndex((number, index) => number !== (b[index] ?? 0));
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

function numbersOf(version: string): number[] {
  return version.split(/[-+]/, 1).flatMap((main) => main.split(".").map(Number));
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

/** `parent-1.2.0` of what is called `lamp-parent`, where nothing else ends so. */
function productsByEnding(byName: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const endings = new Map<string, string | undefined>();
  for (const [name, product] of byName) {
    for (const { index } of name.matchAll(/-/g)) {
      const ending = name.slice(index + 1);
      endings.set(ending, endings.has(ending) && endings.get(ending) !== product ? undefined : product);
    }
  }
  return new Map([...endings].flatMap(([ending, product]) => (product === undefined ? [] : [[ending, product]])));
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
