/** What a comparison of two versions of an interface means for those who use it. */
import type { CompareAnswer, KindChanges } from "./job.ts";
import type { KnownElement } from "./read-kind.ts";

/**
 * Ids of the elements that are not the same for who uses them: those that changed, those with a part of
 * their shape behind them that did, and those made of such. What was only added touches nobody, unless it
 * breaks (a member that implementations lack). Linear in the elements and what they show.
 */
export function touchedElements({ kinds }: CompareAnswer): ReadonlySet<string> {
  return new Set(kinds.flatMap((kind) => [...touchedOf(kind)]));
}

function touchedOf({ changes, before, after }: KindChanges): ReadonlySet<string> {
  const old = new Map(before.map((element) => [element.id, element.shape]));
  const direct = changes.filter(
    ({ effect, class: judged, element }) =>
      effect !== "added" || judged !== "compatible" || (ownerOf(element) !== element && old.has(ownerOf(element))),
  );
  // Comparing looked at everything that both have: shapes that differ without a finding mean nothing then.
  if (direct.length === 0) return new Set();
  const reshaped = after.filter(({ id, shape }) => differ(old.get(id), shape));
  return spread([...direct.map(({ element }) => element), ...reshaped.map(({ id }) => id)], [...before, ...after]);
}

/** A shape that is not known can't tell; then comparing has said so. */
function differ(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && after !== undefined && before !== after;
}

/** The export that a member belongs to; itself, for anything else. */
export function ownerOf(id: string): string {
  const dot = id.indexOf(".", id.indexOf("#") + 1);
  return id.includes("#") && dot > 0 ? id.slice(0, dot) : id;
}

/** With every element that shows one of them, directly or through others. */
export function spread(
  start: readonly string[],
  elements: readonly Pick<KnownElement, "id" | "shows">[],
): ReadonlySet<string> {
  const shownBy = new Map<string, string[]>();
  for (const { id, shows = [] } of elements)
    for (const shown of shows) shownBy.set(shown, [...(shownBy.get(shown) ?? []), id]);
  const reached = new Set(start);
  const queue = [...reached];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const next of shownBy.get(id) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      queue.push(next);
    }
  }
  return reached;
}
