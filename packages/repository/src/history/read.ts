/** The history of a revision: read from git or continued from the last scan, in order, trouble as problems. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Problem } from "@freehold/model";
import { readSmallFile } from "../git/layout.ts";
import type { History } from "../history.ts";
import { resolveRevision } from "../open/head.ts";
import type { Repository } from "../repository.ts";
import { trouble } from "../trouble.ts";
import { arrange } from "./arrange.ts";
import { createHistoryBuilder } from "./builder.ts";
import type { HistoryBuilder } from "./builder.ts";
import { joinHistories } from "./join.ts";
import { createLineCounter, lineLimits } from "./lines.ts";
import type { LineCounter, LineLimits } from "./lines.ts";
import { countCommits, readCommits, readListed, readLog } from "./log.ts";
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
  const commit = repository.kind === "git" ? await resolveRevision(repository.access.git, revision) : undefined;
  if (commit === undefined) return { history: createHistoryBuilder().done(stateOf(repository)).history, problems: [] };
  const store = await storeOf(repository, options);
  const known = await store?.load(commit);
  if (known !== undefined) return { history: withMergedParents(known), problems: [] };
  const near = store === undefined ? undefined : await nearestBase(repository, store, commit);
  const kept = near?.table.history.commits.id.length ?? 0;
  const total =
    kept + (await countCommits(repository.access.git, { commit, exclude: near?.head, since: options.since }));
  const lines = options.lines ?? lineLimits(total);
  // Where a history has outgrown how its lines were counted it is read anew, as a first scan would read it.
  const base = options.lines === undefined && lines.oneIn !== lineLimits(kept).oneIn ? undefined : near;
  const range = { commit, exclude: base?.head, since: options.since };
  const { table, parents, problems } = await readRange(repository, range, lines, (commits) =>
    options.onProgress?.(commits, total),
  );
  const whole = arrange(base === undefined ? table : joinHistories(base.table, table, parents));
  if (problems.length === 0) await store?.save(commit, whole);
  return { history: withMergedParents(whole), problems };
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

/** A history that was kept of a commit before this one. */
async function nearestBase(
  repository: Repository,
  store: HistoryStore,
  commit: string,
): Promise<{ readonly head: string; readonly table: HistoryTable } | undefined> {
  for (const head of await store.heads()) {
    if (!/^[0-9a-f]{40,64}$/.test(head)) continue;
    const { code } = await repository.access.git.run(["merge-base", "--is-ancestor", head, commit]);
    const table = code === 0 ? await store.load(head) : undefined;
    if (table !== undefined) return { head, table };
  }
  return undefined;
}

interface ReadRange {
  readonly table: HistoryTable;
  readonly parents: readonly string[];
  readonly problems: readonly Problem[];
}

async function readRange(
  repository: Repository,
  range: LogRange,
  lines: LineLimits,
  onProgress: (commits: number) => void,
): Promise<ReadRange> {
  const { git } = repository.access;
  const builder = createHistoryBuilder();
  const counter = createLineCounter(git, repository.info.partial, lines, (id, counts) => builder.count(id, counts));
  const take = (record: CommitRecord): void => {
    builder.add(record);
    counter.add(record);
    if (builder.commits % PROGRESS_EVERY === 0) onProgress(builder.commits);
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
