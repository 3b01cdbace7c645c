/** Which release follows which: what a version promises, it promises to users of the one below. */
import type { Release } from "@freehold/model";
import { coerce, compare, parse, type SemVer } from "semver";

interface Versioned {
  readonly release: Release;
  readonly version: SemVer;
}

/**
 * The newest pairs, newest first. The one before is the highest lower version that was there by then, so that a release
 * of an old line follows its own line. Pre-releases are left out: their versions promise nothing yet (Semantic
 * Versioning 2.0.0, item 9). O(releases²) of at most some dozens.
 */
export function consecutiveReleases(
  releases: readonly Release[],
  most: number,
): { readonly from: Release; readonly to: Release }[] {
  const stable = releases.flatMap((release): Versioned[] => {
    const version = parse(release.version) ?? coerce(release.version);
    return version === null || version.prerelease.length > 0 ? [] : [{ release, version }];
  });
  return stable.slice(0, most).flatMap(({ release: to, version }) => {
    const [before] = stable
      .filter((one) => compare(one.version, version) < 0 && one.release.releasedAt <= to.releasedAt)
      .toSorted((a, b) => compare(b.version, a.version));
    return before === undefined ? [] : [{ from: before.release, to }];
  });
}
