/**
 * Puts the authors of a history in the order in which they came.
 *
 * git gives the newest commit first, and a history that was continued knows those of its older part first: without
 * an order of their own, whom a person is called after would depend on when a repository was scanned.
 */
import type { CommitTable, History } from "../history.ts";

/** The same history; an author comes before those whose first commit is later. O(commits). */
export function inOrderOfArrival(history: History): History {
  const { authors, commits } = history;
  const place = new Int32Array(authors.length).fill(-1);
  let placed = 0;
  const meet = (author: number): void => {
    if (place[author] === -1) place[author] = placed++;
  };
  for (let commit = 0; commit < commits.author.length; commit++) {
    meet(commits.author[commit] ?? 0);
    if (commits.coAuthors.size > 0) for (const author of commits.coAuthors.get(commit) ?? []) meet(author);
  }
  for (const author of authors.keys()) meet(author);
  if (place.every((to, author) => to === author)) return history;
  const arrived = [...authors];
  for (const [author, identity] of authors.entries()) arrived[place[author] ?? 0] = identity;
  return { ...history, authors: arrived, commits: renumbered(commits, (author) => place[author] ?? 0) };
}

function renumbered(commits: CommitTable, to: (author: number) => number): CommitTable {
  return {
    ...commits,
    author: commits.author.map(to),
    coAuthors: new Map([...commits.coAuthors].map(([commit, authors]) => [commit, authors.map(to)])),
  };
}
