/** Numbers and names that nobody may use: what is no longer kept from being used again. */
import type { Finding } from "../../promise.ts";
import type { ReservedStructure } from "./structure.ts";

/** What was reserved may come back with another meaning. */
export function reservedChanges(was: ReservedStructure, is: ReservedStructure, name: string): Finding[] {
  const ranges = was.ranges.filter((range) => !covers(is.ranges, range));
  const names = was.names.filter((one) => !is.names.includes(one));
  return [
    ...(ranges.length > 0
      ? [
          {
            rule: "reserved-number-removed",
            class: "breaking" as const,
            message: `${name} reserves ${rangesText(ranges)} no more`,
            aspects: ["wire"],
          },
        ]
      : []),
    ...(names.length > 0
      ? [
          {
            rule: "reserved-name-removed",
            class: "breaking" as const,
            message: `${name} reserves ${names.join(", ")} no more`,
            aspects: ["json"],
          },
        ]
      : []),
  ];
}

export function covers(ranges: readonly (readonly [number, number])[], [from, to]: readonly [number, number]): boolean {
  let next = from;
  for (const [low, high] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (low > next) return false;
    if (high >= next) next = high + 1;
    if (next > to) return true;
  }
  return next > to;
}

export function rangesText(ranges: readonly (readonly [number, number])[]): string {
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(", ");
}
