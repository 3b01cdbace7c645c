/** The history of a revision: read from git or continued from the last scan, in order, trouble as problems. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Problem } from "@freehold/model";
import { readSmallFile } from "../git/layout.ts";
import type { History } from "../history.ts";
import { commitOf } from "../open/head.ts";
import type { Repository } from "../repository.ts";
import { trouble } from "../trouble.ts";
import { arrange } from "./arrange.ts";
import { inOrderOfArrival } from "./arrivals.ts";
import { createHistoryBuilder } from "./builder.ts";
import type { HistoryBuilder } from "./builder.ts";
import { joinHistories } from "./join.ts";
import { createLineCounter, lineLimits } from "./lines.ts";
import type { LineCounter, LineLimits } from "./lines.ts";
import { countCommits, countSince, readCommits, readListed, readLog } from "./log.ts";
import type { LogEnd, LogRange } from "./log.ts";
import { withMergedParents } from "./merged.ts";
import type { CommitRecord } from "./record.ts";
import { openHistoryStore } from "./store.ts";
import type { HistoryStore } from "./store.ts";
import type { HistoryTable } from "./table.ts";

export interface HistoryOptions {
  /** Leaves out commits older than this, seconds since 1970. */
  readonly since?: number;
  /** Where lines are counted (see `lines.ts`): the dearest part of a history. */
  readonly lines?: LineLimits;
  /** Keeps what was read in this folder, so that the next time only newer commits are read. */
  readonly cacheFolder?: string;
  /** Called now and then with the number of commits read so far, and of those that there are. */
  readonly onProgress?: (commits: number, total: number) => void;
}

export interface ReadHistory {
  readonly history: History;
  readonly problems: readonly Problem[];
}

const PROGRESS_EVERY = 500;
/** Longest list of shallow commits that is read, in bytes. */
const SHALLOW_LIMIT = 64 * 1024 * 1024;
/** Commits whose trees cannot be read, after which the rest of the commits go without changes. */
const MAX_UNREADABLE = 50;

/** Reads the history that leads to a revision (default: HEAD). Without commits it is empty. */
export async function readHistory(
  repository: Repository,
  revision = "HEAD",
  options: HistoryOptions = {},
): Promise<ReadHistory> {
  const commit = repository.kind === "git" ? await commitOf(repository, revision) : undefined;
  if (commit === undefined) return { history: createHistoryBuilder().done(stateOf(repository)).history, problems: [] };
  const store = await storeOf(repository, options);
  const known = await store?.load(commit);
  if (known !== undefined) return { history: finished(known), problems: [] };
  const near = store === undefined ? undefined : await nearestBase(repository, store, commit, options.since);
  const grown = near === undefined ? undefined : await continued(repository, near, commit, options);
  if (grown !== undefined) {
    if (grown.problems.length === 0 && near?.worthKeeping === true) await store?.save(commit, grown.table);
    return { history: finished(grown.table), problems: grown.problems };
  }
  const range = { commit, since: options.since };
  const read = await readRange(repository, range, countCommits(repository.access.git, range), options, 0);
  const whole = arrange(read.table);
  if (read.problems.length === 0) await store?.save(commit, whole);
  return { history: finished(whole), problems: read.problems };
}

function finished(table: HistoryTable): History {
  return inOrderOfArrival(withMergedParents(table));
}

/** The history of a commit before this one with the commits since; undefined where the whole has to be read anew. */
async function continued(
  repository: Repository,
  { head, table, newer }: Base,
  commit: string,
  options: HistoryOptions,
): Promise<{ readonly table: HistoryTable; readonly problems: readonly Problem[] } | undefined> {
  const kept = table.history.commits.id.length;
  // A history that has outgrown how its lines were counted is read as a first scan would read it.
  if (options.lines === undefined && lineLimits(kept + newer).oneIn !== lineLimits(kept).oneIn) return undefined;
  const range = { commit, exclude: head, since: options.since };
  const read = await readRange(repository, range, Promise.resolve(newer), options, kept);
  return { table: arrange(joinHistories(table, read.table, read.parents), kept), problems: read.problems };
}

function stateOf(repository: Repository): { readonly shallow: boolean; readonly missingObjects: number } {
  return { shallow: repository.info.shallow, missingObjects: 0 };
}

/** Where a shallow history is cut is part of its key: the same commit has more history once it is fetched. */
async function storeOf(repository: Repository, options: HistoryOptions): Promise<HistoryStore | undefined> {
  if (options.cacheFolder === undefined) return undefined;
  const shallow = await readSmallFile(join(repository.access.git.directory, "shallow"), SHALLOW_LIMIT);
  const cut = createHash("sha256")
    .update(shallow ?? "")
    .digest("hex");
  const { lines } = options;
  const counted = lines === undefined ? ["by size"] : [lines.maxPaths, lines.maxBytes, lines.oneIn];
  const limits = [options.since ?? "", ...counted].join(" ");
  return openHistoryStore(options.cacheFolder, [repository.info.id, cut, limits]);
}

interface Base {
  readonly head: string;
  readonly table: HistoryTable;
  /** Commits since. */
  readonly newer: number;
  /** Reading a few commits again costs less than writing all of them, so a history is kept when it has grown some. */
  readonly worthKeeping: boolean;
}

/** One in so many commits has to be new. */
const GROWTH = 256;

/** A history that was kept of a commit before this one. */
async function nearestBase(
  repository: Repository,
  store: HistoryStore,
  commit: string,
  since: number | undefined,
): Promise<Base | undefined> {
  const { git } = repository.access;
  for (const head of await store.heads()) {
    if (!/^[0-9a-f]{40,64}$/.test(head)) continue;
    const [newer, table] = await Promise.all([countSince(git, head, commit, since), store.load(head)]);
    if (newer === undefined || table === undefined) continue;
    return { head, table, newer, worthKeeping: newer * GROWTH > table.history.commits.id.length };
  }
  return undefined;
}

interface ReadRange {
  readonly table: HistoryTable;
  readonly parents: readonly string[];
  readonly problems: readonly Problem[];
}

/** `count` is how many commits there are, known while they are read: counting them takes as long as a first part does. */
async function readRange(
  repository: Repository,
  range: LogRange,
  count: Promise<number>,
  options: HistoryOptions,
  kept: number,
): Promise<ReadRange> {
  const { git } = repository.access;
  const builder = createHistoryBuilder();
  let total = kept;
  const limits = count.then((commits) => options.lines ?? lineLimits((total = kept + commits)));
  const counter = createLineCounter(git, repository.info.partial, limits, (id, counts) => builder.count(id, counts));
  const take = (record: CommitRecord): void => {
    builder.add(record);
    counter.add(record);
    if (builder.commits % PROGRESS_EVERY === 0) options.onProgress?.(builder.commits, Math.max(total, builder.commits));
  };
  const end = await readLog(git, range, take);
  const problems = end.failure === undefined ? [] : await readRest(repository, range, { builder, counter }, end);
  const { missing } = await counter.finish();
  const table = builder.done({ ...stateOf(repository), missingObjects: missing.size });
  return { table, parents: builder.parentIds, problems };
}

/** After git gave up on a missing object: lists the remaining commits without changes, then reads what it can. */
async function readRest(
  repository: Repository,
  range: LogRange,
  into: { readonly builder: HistoryBuilder; readonly counter: LineCounter },
  stopped: LogEnd,
): Promise<Problem[]> {
  const { git } = repository.access;
  const bare: CommitRecord[] = [];
  const listing = await readCommits(git, range, (record) => bare.push(record));
  let rest = bare.filter((record) => !into.builder.has(record.id));
  let unreadable = stopped.tooMuch ? MAX_UNREADABLE : 0;
  while (rest.length > 0 && unreadable < MAX_UNREADABLE) {
    const ids = rest.map((record) => record.id);
    const end = await readListed(git, ids, (record) => {
      into.builder.add(record);
      into.counter.add(record);
    });
    rest = rest.filter((record) => !into.builder.has(record.id));
    const [first] = rest;
    if (end.failure === undefined || end.tooMuch || first === undefined) break;
    into.builder.add(first);
    rest = rest.slice(1);
    unreadable++;
  }
  for (const record of rest) into.builder.add(record);
  const what = listing.failure === undefined ? "Changes of some commits" : "Older commits";
  const message = `${what} are missing from the history, since git could not read them: ${stopped.failure}`;
  const hint = "Fetch what is missing, for example with `git fetch --unshallow` or `git fetch --refetch`";
  return [trouble("missing-objects", "warning", message, { repository: repository.info.id, hint })];
}
