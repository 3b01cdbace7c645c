/** One entry for each identifier that a unit consumes, under the scope that binds most. */
import type { Consume, ConsumeScope } from "@freehold/model";

const STRENGTH: readonly ConsumeScope[] = ["runtime", "peer", "optional", "build", "development", "test"];

/** Places kept for one identifier. */
const MAX_EVIDENCE = 5;

/** Sorted by identifier, so that the same manifests always give the same snapshot. */
export function mergeConsumes(consumes: readonly Consume[]): Consume[] {
  const merged = new Map<string, Consume>();
  for (const consume of consumes) {
    const known = merged.get(consume.id);
    merged.set(consume.id, known === undefined ? consume : mergeTwo(known, consume));
  }
  return [...merged.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function mergeTwo(one: Consume, other: Consume): Consume {
  const [first, second] = STRENGTH.indexOf(other.scope) < STRENGTH.indexOf(one.scope) ? [other, one] : [one, other];
  // Asked for by nobody in particular as soon as one of the two is not.
  const { optIn, ...merged } = { ...second, ...first };
  const always = first.optIn !== true || second.optIn !== true;
  const evidence = [...first.evidence, ...second.evidence].slice(0, MAX_EVIDENCE);
  return { ...merged, ...(!always && { optIn }), evidence };
}
