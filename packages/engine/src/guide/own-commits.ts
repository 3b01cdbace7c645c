/** The commits of a period with the paths they touch, and which of them are one person's. */
import type { Person } from "@freehold/model";
import type { History, People } from "@freehold/repository";
import type { RepositoryReading } from "../scan/repository-reading.ts";

export interface CommitAt {
  readonly repository: string;
  readonly id: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly subject: string;
  readonly paths: readonly string[];
  readonly mine: boolean;
}

/** Everything in a history that could be somebody's: kept of each repository until all were read. */
export interface Working {
  readonly repository: string;
  readonly history: History;
  readonly people: People;
}

export function workingOf({ repository, history, people }: RepositoryReading): Working[] {
  return history === undefined || people === undefined ? [] : [{ repository: repository.info.id, history, people }];
}

/** Address, `@login` or name, as people are asked for; all that belongs to one person is taken together. */
export function personsCalled(people: readonly Person[], who: string): readonly Person[] {
  const wanted = who.trim().toLowerCase();
  const login = wanted.replace(/^@/, "");
  return people.filter(
    ({ name, emails, logins }) =>
      emails.some((email) => email.toLowerCase() === wanted) ||
      logins.some((one) => one.toLowerCase() === login) ||
      name.toLowerCase() === wanted,
  );
}

/** Newest commit of all, seconds; 0 without any. Clocks that run ahead of every other commit are cut to the last but one percent. */
export function newestTime(workings: readonly Working[]): number {
  const times = workings.flatMap(({ history }) => Array.from(history.commits.time.slice(-200))).sort((a, b) => a - b);
  return times.at(Math.min(times.length - 1, Math.floor(times.length * 0.99))) ?? 0;
}

/** Commits from a time on, bots left out. Linear in the commits of the period. */
export function commitsSince(working: Working, mine: ReadonlySet<string>, since: number): CommitAt[] {
  const { history, people, repository } = working;
  const { commits, changes, paths } = history;
  const isMine = people.people.map(({ id }) => mine.has(id));
  const personOf = (author: number) => people.ofAuthor[author] ?? 0;
  const found: CommitAt[] = [];
  for (const [commit, id] of commits.id.entries()) {
    const time = commits.time[commit] ?? 0;
    if (time < since) continue;
    const author = commits.author[commit] ?? 0;
    const authors = [author, ...(commits.coAuthors.get(commit) ?? [])].map(personOf);
    if (authors.every((person) => people.people[person]?.bot === true)) continue;
    const touched = new Set<string>();
    for (let at = commits.firstChange[commit] ?? 0; at < (commits.firstChange[commit + 1] ?? 0); at++)
      touched.add(paths[changes.path[at] ?? 0] ?? "");
    if (touched.size === 0) continue;
    const subject = commits.subject[commit] ?? "";
    const own = authors.some((person) => isMine[person] === true);
    found.push({ repository, id, time, subject, paths: [...touched], mine: own });
  }
  return found;
}
