/**
 * Finds the rules that match a path without trying every rule: rules hang at the folder in front of
 * their first wildcard, and a path visits only the folders it is in.
 */
import { matchesGlob } from "./glob.ts";
import type { DeclaredRule } from "./rule.ts";

export interface PatternIndex {
  matching(path: string): readonly DeclaredRule[];
}

export function indexPatterns(rules: readonly DeclaredRule[]): PatternIndex {
  const byPrefix = new Map<string, DeclaredRule[]>();
  const byName = new Map<string, DeclaredRule[]>();
  for (const rule of rules) {
    const name = floatingName(rule);
    const [map, key] = name === undefined ? [byPrefix, rule.glob.prefix] : [byName, name];
    const bucket = map.get(key);
    if (bucket === undefined) map.set(key, [rule]);
    else bucket.push(rule);
  }
  const filters = new Map<string, RegExp>();
  const passes = (rule: DeclaredRule, path: string) => {
    if (rule.filter === undefined) return true;
    const filter = filters.get(rule.filter) ?? new RegExp(rule.filter);
    filters.set(rule.filter, filter);
    return path.length < 1_000 && filter.test(path);
  };
  return {
    matching(path) {
      const segments = path.split("/");
      const found: DeclaredRule[] = [];
      const visit = (bucket: readonly DeclaredRule[] | undefined) => {
        for (const rule of bucket ?? []) if (matchesGlob(rule.glob, segments) && passes(rule, path)) found.push(rule);
      };
      visit(byPrefix.get(""));
      for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1))
        visit(byPrefix.get(path.slice(0, end)));
      visit(byPrefix.get(path));
      for (const segment of new Set(segments)) visit(byName.get(segment));
      return found;
    },
  };
}

/** `docs/` or `Makefile` at any depth: only paths that have such a segment can match. */
function floatingName(rule: DeclaredRule): string | undefined {
  const [first, second] = rule.glob.segments;
  return first === "**" && second !== undefined && !/[*?[\\]/.test(second) ? second : undefined;
}
