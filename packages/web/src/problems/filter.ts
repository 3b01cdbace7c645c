/** Which findings a page shows; the server applies it. */
import type { FindingsQuery } from "../api/queries.ts";
import { parseList } from "../app/search.ts";

export interface FindingsSearch {
  readonly q?: string;
  readonly show?: string;
  readonly rule?: string;
  readonly severity?: string;
}

/** A rule is one of violations, a severity one of problems: naming one of them leaves the other out. */
export function filterOf(search: FindingsSearch): FindingsQuery {
  const { q = "", show } = search;
  const rules = [...parseList(search.rule), ...parseList(search.severity)];
  return {
    ...(show === "violations" ? { kind: "violation" as const } : {}),
    ...(show === "problems" ? { kind: "problem" as const } : {}),
    ...(rules.length === 0 ? {} : { rules }),
    ...(q.trim() === "" ? {} : { q: q.trim() }),
  };
}

/** How often each value occurs. */
export function countBy<T>(items: readonly T[], value: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(value(item), (counts.get(value(item)) ?? 0) + 1);
  return counts;
}
