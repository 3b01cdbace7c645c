/** Releases of one unit: a product of several units has tags of each. */
import type { Release, Unit } from "@freehold/model";
import type { SemVer } from "semver";
import { keptVersion } from "../text/kept-versions.ts";
import type { ProductContext } from "./product-context.ts";

/** Tags that name the unit; where none does, all of them if it is at the root and the only published one: a tag of the whole repository
 * says nothing of the version of each part. */
export function releasesOfUnit(
  { facts, units }: Pick<ProductContext, "facts" | "units">,
  unit: Unit,
): readonly Release[] {
  const releases = facts?.releases ?? [];
  const named = releases.filter(({ tag, version }) => isNameOf(tag.slice(0, tag.length - version.length), unit));
  if (named.length > 0) return named;
  const published = units.filter((one) => one.published === true);
  const alone = unit.path === "" && (published.length === 0 || (published.length === 1 && published[0] === unit));
  return alone ? releases : [];
}

function isNameOf(prefix: string, { name, path }: Unit): boolean {
  const plain = prefix.replace(/(?:@|[-_/])?v?$/, "");
  return plain !== "" && (plain === name || plain === path || plain === name.slice(name.lastIndexOf("/") + 1));
}

/** The highest semantic version among them. O(releases). */
export function highestRelease(context: Pick<ProductContext, "facts" | "units">, unit: Unit): Release | undefined {
  let highest: { readonly release: Release; readonly version: SemVer } | undefined;
  for (const release of releasesOfUnit(context, unit)) {
    const version = keptVersion(release.version);
    if (version !== null && (highest === undefined || version.compare(highest.version) > 0))
      highest = { release, version };
  }
  return highest?.release;
}
