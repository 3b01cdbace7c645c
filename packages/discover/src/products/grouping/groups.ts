/** Groups of places while they are joined, each joining with its reason. */
import type { Evidence } from "@freehold/model";

interface Reason {
  readonly evidence: Evidence;
  /** Probability that the joining is right, for this rule alone. */
  readonly confidence: number;
}

export interface Groups {
  readonly size: number;
  /** The place that leads the group which a place is in. */
  leadOf(place: number): number;
  members(lead: number): readonly number[];
  leads(): number[];
  /** Says that a group is declared: it never joins another, others may still join it. */
  pin(lead: number): void;
  isPinned(lead: number): boolean;
  /** Makes one group part of another, which keeps its lead; false when they are one already or may not be. */
  join(part: number, into: number, reason: Reason): boolean;
  /** Why the group is one, in the order of joining. */
  reasons(lead: number): readonly Reason[];
}

export function startGroups(size: number): Groups {
  const lead = Int32Array.from({ length: size }, (_, place) => place);
  const members = new Map<number, number[]>();
  const reasons = new Map<number, Reason[]>();
  const pinned = new Set<number>();
  for (let place = 0; place < size; place++) members.set(place, [place]);
  const leadOf = (place: number): number => lead[place] ?? place;
  return {
    size,
    leadOf,
    members: (of) => members.get(of) ?? [],
    leads: () => [...members.keys()].sort((a, b) => a - b),
    pin: (of) => void pinned.add(of),
    isPinned: (of) => pinned.has(of),
    join(part, into, reason) {
      const from = leadOf(part);
      const to = leadOf(into);
      if (from === to || pinned.has(from)) return false;
      const moved = members.get(from) ?? [];
      for (const place of moved) lead[place] = to;
      members.set(to, [...(members.get(to) ?? []), ...moved]);
      members.delete(from);
      reasons.set(to, [...(reasons.get(to) ?? []), ...(reasons.get(from) ?? []), reason]);
      reasons.delete(from);
      return true;
    },
    reasons: (of) => reasons.get(of) ?? [],
  };
}
