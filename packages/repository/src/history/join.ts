/** A history followed by commits that were read later, as if all had been read at once. */
import type { ChangeTable, CommitTable, RawIdentity } from "../history.ts";
import { createInterner } from "./growing.ts";
import type { HistoryTable } from "./table.ts";

/** `newerParents` are the ids of the parents of the newer commits, in the order of `newer.parent`. */
export function joinHistories(older: HistoryTable, newer: HistoryTable, newerParents: readonly string[]): HistoryTable {
  const [first, second] = [older.history, newer.history];
  const paths = createInterner(first.paths);
  const authors = createInterner(first.authors.map(identityKey));
  const pathOf = second.paths.map((path) => paths.of(path));
  const authorOf = second.authors.map((author) => authors.of(identityKey(author)));
  const commits = joinCommits(first.commits, second.commits, (author) => authorOf[author] ?? 0);
  const known = new Map(authors.values.map((key, index) => [key, index]));
  const position = positionsOf(new Set(newerParents), commits.id);
  return {
    history: {
      commits,
      changes: joinChanges(first.changes, second.changes, (path) => pathOf[path] ?? 0),
      paths: paths.values,
      authors: [...first.authors, ...second.authors.filter((each) => isNew(known, each, first.authors.length))],
      shallow: second.shallow,
      missingObjects: first.missingObjects + second.missingObjects,
    },
    committed: concat(older.committed, newer.committed, Float64Array),
    parentStart: joinStarts(older.parentStart, newer.parentStart),
    parent: concat(
      older.parent,
      Int32Array.from(newerParents, (id) => position.get(id) ?? -1),
      Int32Array,
    ),
  };
}

/** Few of many, and mostly of the newest: no index of all commits is built for the parents of a few. */
function positionsOf(wanted: ReadonlySet<string>, ids: readonly string[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (let index = ids.length - 1; index >= 0 && positions.size < wanted.size; index--) {
    const id = ids[index] ?? "";
    if (wanted.has(id)) positions.set(id, index);
  }
  return positions;
}

function identityKey({ name, email }: RawIdentity): string {
  return `${name}\0${email}`;
}

function isNew(known: ReadonlyMap<string, number>, author: RawIdentity, first: number): boolean {
  return (known.get(identityKey(author)) ?? 0) >= first;
}

function joinCommits(first: CommitTable, second: CommitTable, author: (index: number) => number): CommitTable {
  const coAuthors = new Map(first.coAuthors);
  for (const [commit, others] of second.coAuthors) coAuthors.set(commit + first.id.length, others.map(author));
  return {
    id: first.id.concat(second.id),
    time: concat(first.time, second.time, Float64Array),
    author: concat(first.author, second.author.map(author), Uint32Array),
    coAuthors,
    subject: first.subject.concat(second.subject),
    parents: concat(first.parents, second.parents, Uint8Array),
    firstChange: joinStarts(first.firstChange, second.firstChange),
  };
}

function joinChanges(first: ChangeTable, second: ChangeTable, path: (index: number) => number): ChangeTable {
  const from = second.from.map((index) => (index < 0 ? -1 : path(index)));
  return {
    path: concat(first.path, second.path.map(path), Uint32Array),
    status: concat(first.status, second.status, Uint8Array),
    added: concat(first.added, second.added, Int32Array),
    deleted: concat(first.deleted, second.deleted, Int32Array),
    from: concat(first.from, from, Int32Array),
  };
}

/** Both have one entry more than rows: the end of the last one. */
function joinStarts(first: Uint32Array, second: Uint32Array): Uint32Array {
  const end = first.at(-1) ?? 0;
  return concat(
    first.subarray(0, -1),
    second.map((start) => start + end),
    Uint32Array,
  );
}

interface Settable {
  readonly length: number;
  set(values: ArrayLike<number>, offset?: number): void;
}

function concat<T extends Settable & ArrayLike<number>>(first: T, second: T, type: new (length: number) => T): T {
  const whole = new type(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
