/** Which findings a page shows. */
import type { FindingsResource, ProblemRow, ViolationRow } from "@freehold/model";
import { parseList } from "../app/search.ts";

export interface FindingsSearch {
  readonly q?: string;
  readonly show?: string;
  readonly rule?: string;
  readonly severity?: string;
}

export type Finding =
  | { readonly kind: "violation"; readonly violation: ViolationRow }
  | { readonly kind: "problem"; readonly problem: ProblemRow };

export function filterFindings(resource: FindingsResource, search: FindingsSearch): readonly Finding[] {
  const { q = "", show } = search;
  const rules = parseList(search.rule);
  const severities = parseList(search.severity);
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const violations = resource.violations
    .filter(
      ({ rule }) => show !== "problems" && severities.length === 0 && (rules.length === 0 || rules.includes(rule)),
    )
    .filter(({ message, from, to }) => includesAll(words, message, from?.name, to?.name))
    .map((violation) => ({ kind: "violation" as const, violation }));
  const problems = resource.problems
    .filter(
      ({ severity }) =>
        show !== "violations" && rules.length === 0 && (severities.length === 0 || severities.includes(severity)),
    )
    .filter(({ message, code, path, product }) => includesAll(words, message, code, path, product?.name))
    .map((problem) => ({ kind: "problem" as const, problem }));
  return [...violations, ...problems];
}

function includesAll(words: readonly string[], ...texts: readonly (string | undefined)[]): boolean {
  if (words.length === 0) return true;
  const text = texts.join("\n").toLowerCase();
  return words.every((word) => text.includes(word));
}

/** How often each value occurs. */
export function countBy<T>(items: readonly T[], value: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(value(item), (counts.get(value(item)) ?? 0) + 1);
  return counts;
}
