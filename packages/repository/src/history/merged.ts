/** Tells what each commit follows, and which branch each merge merged: joining logins to people needs its last commit. */
import type { History } from "../history.ts";
import type { HistoryTable } from "./table.ts";

export function withMergedParents({ history, parentStart, parent }: HistoryTable): History {
  const mergedParent = new Map<number, number>();
  const { parents } = history.commits;
  for (let commit = 0; commit < parents.length; commit++) {
    if ((parents[commit] ?? 0) < 2) continue;
    const second = parent[(parentStart[commit] ?? 0) + 1] ?? -1;
    if (second >= 0) mergedParent.set(commit, second);
  }
  return { ...history, commits: { ...history.commits, mergedParent, parentsOf: { start: parentStart, of: parent } } };
}
