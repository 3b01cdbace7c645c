/**
 * Logins that merges name: "Merge pull request #1 from login/branch" merges commits of that login's
 * branch, so the author of its last commit is that login, most of the time.
 */
import type { History } from "../history.ts";

/** For each login (lower case): how often each raw identity wrote the tip that was merged, and one commit. */
export type MergedTips = ReadonlyMap<string, ReadonlyMap<number, { readonly times: number; readonly commit: string }>>;

const PULL_REQUEST = /^Merge pull request #\d+ from ([A-Za-z0-9][\w.-]{0,63})[/:]/;
const REMOTE_BRANCH =
  /^Merge (?:remote-tracking )?branch '(?:[^']{0,200})' (?:of|from) \S{0,100}?[:/]([A-Za-z0-9][\w.-]{0,63})\/[\w.-]{1,100}(?:\.git)?(?:$|\s)/;

export function mergedTips(history: History): MergedTips {
  const { commits } = history;
  const tips = new Map<string, Map<number, { times: number; commit: string }>>();
  const merged = commits.mergedParent ?? new Map<number, number>();
  for (const [merge, tip] of merged) {
    const subject = commits.subject[merge] ?? "";
    const login = (PULL_REQUEST.exec(subject) ?? REMOTE_BRANCH.exec(subject))?.[1]?.toLowerCase();
    const author = commits.author[tip];
    if (login === undefined || author === undefined || isCatchingUp(commits, merge, tip)) continue;
    const authors = tips.get(login) ?? new Map<number, { times: number; commit: string }>();
    tips.set(login, authors);
    const seen = authors.get(author);
    if (seen === undefined) authors.set(author, { times: 1, commit: commits.id[merge] ?? "" });
    else seen.times++;
  }
  return tips;
}

/** Whoever merges a branch often brings it up to date first: then its tip is a merge of theirs, whosever branch it is. */
function isCatchingUp({ parents, author }: History["commits"], merge: number, tip: number): boolean {
  return (parents[tip] ?? 0) > 1 && author[tip] === author[merge];
}
