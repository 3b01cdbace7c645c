/** What came onto the main line, step by step. */
import type { History } from "@freehold/repository";

/**
 * Steps of the main line since a time (seconds since 1970), newest first: the commit, and all that it brought. A merge
 * brings what no step before it had. Without parents every commit that is no merge is a step of its own. O(commits).
 */
export function arrivalsOf({ commits }: History, since: number): readonly (readonly [number, readonly number[]])[] {
  const { parentsOf, time } = commits;
  const head = commits.id.length - 1;
  const isRecent = (commit: number) => (time[commit] ?? 0) > since;
  if (parentsOf === undefined) {
    const all = Array.from({ length: head + 1 }, (_, index) => head - index);
    return all.filter((one) => isRecent(one) && (commits.parents[one] ?? 0) < 2).map((one) => [one, [one]]);
  }
  const parents = (commit: number) =>
    [...parentsOf.of.subarray(parentsOf.start[commit], parentsOf.start[commit + 1])].filter((one) => one >= 0);
  const line: number[] = [];
  for (let at: number | undefined = head; at !== undefined && at >= 0 && isRecent(at); at = parents(at)[0])
    line.push(at);
  const seen = new Set(line);
  const arrived: (readonly [number, readonly number[]])[] = [];
  for (const step of line.toReversed()) {
    const brought: number[] = [];
    const open = parents(step).slice(1);
    if (open.length === 0) brought.push(step);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at) || !isRecent(at)) continue;
      seen.add(at);
      const before = parents(at);
      if (before.length < 2) brought.push(at);
      open.push(...before);
    }
    arrived.push([step, brought]);
  }
  return arrived.toReversed();
}
