/** When each path was last changed. */
import type { History } from "@freehold/repository";

/** Answers with the time of the last commit that touched a path, ISO 8601. One pass over the changes, at the first question. */
export function lastChanges(history: History | undefined): (path: string) => string | undefined {
  let known: ReadonlyMap<string, number> | undefined;
  return (path) => {
    if (history === undefined) return undefined;
    known ??= read(history);
    const seconds = known.get(path);
    return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();
  };
}

/** Commits are in order, so the last one that touched a path stays. */
function read({ commits, changes, paths }: History): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (let commit = 0; commit < commits.id.length; commit++) {
    const end = commits.firstChange[commit + 1] ?? 0;
    for (let change = commits.firstChange[commit] ?? 0; change < end; change++)
      last.set(paths[changes.path[change] ?? 0] ?? "", commits.time[commit] ?? 0);
  }
  return last;
}
