/**
 * Large changes of the last year, and whether anything says why they were made. A change is what came onto the main
 * line in one step: a commit, or a merge with all commits that it brought. It is large by what it adds: files that
 * were moved, or written anew, are no more than before.
 *
 * In two steps, since messages are asked of git for the few large ones alone.
 */
import type { LargeChangesFacts } from "@freehold/model";
import { ChangeStatus, type History, type People } from "@freehold/repository";
import { saysRelease } from "../../products/history/places-in-history.ts";
import { conventionalRole } from "../../roles.ts";
import { documentRole } from "../documents/role.ts";
import { languageOf } from "../language-of.ts";
import { isTestFile } from "../size.ts";
import { arrivalsOf } from "./arrivals.ts";
import type { ProductPlaces } from "./product-places.ts";
import { YEAR } from "./year.ts";

export interface LargeChange {
  /** Of the step onto the main line. */
  readonly commit: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly subject: string;
  /** Of all that came with it. */
  readonly subjects: readonly string[];
  /** The step, and all that came with it. */
  readonly commits: readonly string[];
  /** Of the first of them. */
  readonly began: number;
  /** Files and lines of source that it added, less those that it removed, by path. */
  readonly sources: ReadonlyMap<string, Size>;
  /** It changed something that people read. */
  readonly documented: boolean;
}

interface Size {
  readonly files: number;
  readonly lines: number;
}

/** Commits whose messages tell whether there is a reason, where nothing else does so far. */
export function unexplained(changes: readonly LargeChange[]): readonly string[] {
  const open = changes.filter(
    ({ documented, subjects }) => !documented && !subjects.some((one) => REFERENCE.test(one)),
  );
  return open.flatMap(({ commits }) => commits);
}

/** More than a reviewer can read at a sitting: 400 lines an hour, two hours at most (Cohen, Best Kept Secrets of Peer Code Review, 2006), rounded up. */
const LINES = 1000;
const FILES = 10;
/** The newest; messages of more are not read. */
const MOST = 50;
const MOST_COMMITS = 500;
const SHOWN = 5;

/** Newest first. O(changes of a year). */
export function largeChanges(history: History, people: People): readonly LargeChange[] {
  const { commits } = history;
  let asOf = 0;
  for (let commit = 0; commit < commits.time.length; commit++) asOf = Math.max(asOf, commits.time[commit] ?? 0);
  const isPerson = (commit: number) => people.people[people.ofAuthor[commits.author[commit] ?? 0] ?? 0]?.bot !== true;
  const found: LargeChange[] = [];
  for (const [step, brought] of arrivalsOf(history, asOf - YEAR)) {
    if (found.length >= MOST) break;
    const own = brought.filter((commit) => isPerson(commit) && !saysRelease(commits.subject[commit] ?? ""));
    const sources = own.length === 0 ? new Map<string, Size>() : sourcesOf(history, own);
    if (!isLarge([...sources.values()])) continue;
    found.push({
      commit: commits.id[step] ?? "",
      time: commits.time[step] ?? 0,
      subject: commits.subject[step] ?? "",
      subjects: [step, ...brought].map((commit) => commits.subject[commit] ?? ""),
      commits: [step, ...brought].slice(0, MOST_COMMITS).map((commit) => commits.id[commit] ?? ""),
      began: Math.min(...brought.map((commit) => commits.time[commit] ?? 0)),
      sources,
      documented: own.some((commit) => isDocumented(history, commit)),
    });
  }
  return found;
}

function isLarge(sizes: readonly Size[]): boolean {
  const sum = sumOf(sizes);
  return sum.files >= FILES || sum.lines >= LINES;
}

function sumOf(sizes: readonly Size[]): Size {
  return sizes.reduce((sum, { files, lines }) => ({ files: sum.files + files, lines: sum.lines + lines }), {
    files: 0,
    lines: 0,
  });
}

function sourcesOf({ commits, changes, paths }: History, brought: readonly number[]): Map<string, Size> {
  const sources = new Map<string, Size>();
  for (const commit of brought) {
    const end = commits.firstChange[commit + 1] ?? 0;
    for (let change = commits.firstChange[commit] ?? 0; change < end; change++) {
      const path = paths[changes.path[change] ?? 0] ?? "";
      const status = changes.status[change];
      const files = status === ChangeStatus.added ? 1 : status === ChangeStatus.deleted ? -1 : 0;
      const lines = Math.max(0, changes.added[change] ?? 0) - Math.max(0, changes.deleted[change] ?? 0);
      const known = sources.get(path);
      if (known === undefined && !isSource(path)) continue;
      sources.set(path, { files: (known?.files ?? 0) + files, lines: (known?.lines ?? 0) + lines });
    }
  }
  return sources;
}

function isSource(path: string): boolean {
  return languageOf(path) !== undefined && !isTestFile(path) && conventionalRole(path) === undefined;
}

function isDocumented({ commits, changes, paths }: History, commit: number): boolean {
  const end = commits.firstChange[commit + 1] ?? 0;
  for (let change = commits.firstChange[commit] ?? 0; change < end; change++)
    if (documentRole(paths[changes.path[change] ?? 0] ?? "") !== undefined) return true;
  return false;
}

/**
 * Those of each product, by its index among `places`. `messages` by commit; `records` are commits that records of
 * decisions name, whole or abbreviated; `began` says when a product was begun: its first step needs no reason but its
 * mission.
 */
export function largeChangesOf(
  changes: readonly LargeChange[],
  {
    places,
    messages,
    records,
    began,
  }: Readonly<{
    places: ProductPlaces;
    messages: ReadonlyMap<string, string>;
    records: readonly string[];
    began: (product: number) => number | undefined;
  }>,
): ReadonlyMap<number, LargeChangesFacts> {
  const found = new Map<number, { count: number; silent: LargeChangesFacts["silent"][number][] }>();
  for (const change of changes) {
    const isSilent = !change.documented && !isTold(change, messages) && !isRecorded(change, records);
    for (const [product, sizes] of sizesByProduct(change, places)) {
      if (!isLarge(sizes) || change.began <= (began(product) ?? Infinity)) continue;
      const entry = found.get(product) ?? { count: 0, silent: [] };
      found.set(product, entry);
      entry.count++;
      const { commit, time, subject } = change;
      const { files, lines } = sumOf(sizes);
      if (isSilent)
        entry.silent.push({ commit, committedAt: new Date(time * 1000).toISOString(), subject, files, lines });
    }
  }
  return new Map(
    [...found].map(([product, { count, silent }]) => [
      product,
      { count, silentCount: silent.length, silent: silent.slice(0, SHOWN) },
    ]),
  );
}

function sizesByProduct({ sources }: LargeChange, places: ProductPlaces): ReadonlyMap<number, readonly Size[]> {
  const sizes = new Map<number, Size[]>();
  for (const [path, size] of sources) {
    for (const product of places.lines[places.productOf(path)] ?? []) {
      const list = sizes.get(product);
      if (list === undefined) sizes.set(product, [size]);
      else list.push(size);
    }
  }
  return sizes;
}

/** To a question, a request, a page: where the reason can be read on. */
const REFERENCE = /(?:^|[\s([,/])(?:#|!|gh-)\d+\b|\b[A-Z][A-Z0-9]+-\d{2,}\b|https?:\/\//im;
const TRAILER = /^[A-Z][\w-]*: .*|^\(cherry picked from .*/gm;
/** A sentence. */
const WORDS = 10;

function isTold({ commits, subjects }: LargeChange, messages: ReadonlyMap<string, string>): boolean {
  if (subjects.some((one) => REFERENCE.test(one))) return true;
  return commits.some((commit) => {
    const message = messages.get(commit) ?? "";
    const [, body = ""] = /^[^\n]*\n+([^]*)$/.exec(message) ?? [];
    return REFERENCE.test(message) || body.replaceAll(TRAILER, "").split(/\s+/).filter(isWord).length >= WORDS;
  });
}

function isWord(text: string): boolean {
  return /\p{L}/u.test(text);
}

function isRecorded({ commits }: LargeChange, records: readonly string[]): boolean {
  return records.some((named) => commits.some((commit) => commit.startsWith(named)));
}
