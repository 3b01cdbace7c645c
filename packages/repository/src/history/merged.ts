/** Tells which branch each merge merged: joining logins to people needs the last commit of it. */
import type { History } from "../history.ts";
import type { HistoryTable } from "./table.ts";

export function withMergedParents({ history, parentStart, parent }: HistoryTable): History {
  const mergedParent = new Map<number, number>();
  for (const [commit, parents] of history.commits.parents.entries()) {
    const second = parents < 2 ? -1 : (parent[(parentStart[commit] ?? 0) + 1] ?? -1);
    if (second >= 0) mergedParent.set(commit, second);
  }
  return { ...history, commits: { ...history.commits, mergedParent } };
}
