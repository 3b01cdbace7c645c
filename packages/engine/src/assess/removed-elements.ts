/** What a release took away, each thing once, of what can be marked as deprecated at all. */
import type { InterfaceChange } from "@freehold/model";

/** Variables and ports have no place for a mark, and neither has an entry of a manifest. */
const UNMARKED = /^(?:environment|container-image)\./;

/**
 * What is provisional by its own words, or its makers' own by its place, may change in any release. Before version 1
 * everything is provisional, and held to the smaller steps of that time.
 */
export function promisesNothing({ element, before }: InterfaceChange, version: string): boolean {
  return (before?.stability === "beta" && !/^v?0\b/.test(version)) || isOfInternalPackage(element);
}

/** A package of that name is its makers' own by the custom of Java, and by the rule of Go. */
function isOfInternalPackage(element: string): boolean {
  return /(?:^|[./])internal[./]/.test(element.split("#", 1)[0] ?? "");
}

/** What is still had from a base, or by another path, is not gone. A member goes with what it is a member of, a name with its entry. O(changes · depth of ids). */
export function removedElements(changes: readonly InterfaceChange[]): InterfaceChange[] {
  const removed = changes.filter(
    (change) => change.effect === "removed" && change.class !== "compatible" && change.before?.stability !== "internal",
  );
  const ids = new Set(removed.map(({ element }) => element));
  return removed.filter(
    ({ element, before }) =>
      before?.kind !== "entry" && !UNMARKED.test(before?.evidence.rule ?? "") && !isWithinRemoved(element, ids),
  );
}

function isWithinRemoved(id: string, removed: ReadonlySet<string>): boolean {
  for (const { index } of id.matchAll(/[#.:/ ]/g)) if (index > 0 && removed.has(id.slice(0, index))) return true;
  return false;
}
