/**
 * Line counts, the dear part of a history: they need the contents of every version of every file.
 *
 * Measured on 18,609 commits with 254,000 changes (processor time of git): the log alone takes 3 s, `--numstat`
 * over everything 17 s, and it aborts at the first blob that is missing. So lines are counted beside the log by
 * one `diff-tree --stdin`, and only where they tell something about authorship:
 * - commits of at most 50 paths: beyond, a commit is sweeping and counts little for anyone (200 paths: 9.0 s,
 *   50: 6.3 s, 20: 5.4 s; walking the trees is 1.8 s of each);
 * - blobs of at most 64 KiB: larger ones are lock files, bundles and data (no limit: 3 times as long);
 * - commits whose blobs are all there, which is asked first where the clone is partial;
 * - about four thousand commits, chosen by their ids and so evenly over people and years: of fifty thousand small
 *   commits the counts alone took 41 s, ten times the log, and a twelfth of them tells the same of who works where.
 * Everything else stays -1, unknown. Merges have no changes of their own.
 */
import type { Git } from "../git/run.ts";
import { splitRecords } from "../trees/listing.ts";
import { missingOf } from "../trees/sizes.ts";
import { readListed } from "./log.ts";
import type { CommitRecord } from "./record.ts";

export interface LineLimits {
  /** Commits of more paths are not counted; 0 counts none. */
  readonly maxPaths: number;
  /** Files of more bytes are not counted. */
  readonly maxBytes: number;
  /** One commit in so many is counted, chosen by its id; 1 counts all. */
  readonly oneIn: number;
}

/** How many commits are counted, about. */
const COUNTED = 4000;

/** The limits for a history of so many commits. */
export function lineLimits(commits: number): LineLimits {
  return { maxPaths: 50, maxBytes: 64 * 1024, oneIn: Math.max(1, Math.ceil(commits / COUNTED)) };
}

const COUNT = ["diff-tree", "--stdin", "-r", "-z", "--root", "--numstat", "--no-renames"];
const SAFE = ["--no-ext-diff", "--no-textconv"];

/** Commits whose blobs are looked up together. */
const BATCH = 1000;

export interface LineCount {
  readonly path: string;
  /** -1 for binary files. */
  readonly added: number;
  readonly deleted: number;
}

export interface LineCounter {
  /** Hands in a commit; `emit` is called with its counts some time later. */
  add(commit: CommitRecord): void;
  /** Waits for all of them. */
  finish(): Promise<{ readonly missing: ReadonlySet<string> }>;
}

type Emit = (commit: string, counts: readonly LineCount[]) => void;

/**
 * `partial`: look before counting whether blobs are missing. Commits that come before the limits are known wait.
 */
export function createLineCounter(git: Git, partial: boolean, limits: Promise<LineLimits>, emit: Emit): LineCounter {
  const early: CommitRecord[] = [];
  let counter: LineCounter | undefined;
  const ready = limits.then((known) => {
    const made = limitedCounter(git, partial, known, emit);
    for (const commit of early.splice(0)) made.add(commit);
    return (counter = made);
  });
  return {
    add(commit) {
      if (counter !== undefined) counter.add(commit);
      else if (commit.changes.length > 0) early.push(commit);
    },
    finish: async () => await (await ready).finish(),
  };
}

function limitedCounter(git: Git, partial: boolean, limits: LineLimits, emit: Emit): LineCounter {
  const missing = new Set<string>();
  const first = createCounting(git, limits, emit);
  let batch: CommitRecord[] = [];
  let checking: Promise<void> = Promise.resolve();

  function check(): void {
    const commits = batch;
    batch = [];
    checking = checking.then(async () => {
      for (const commit of await withAllBlobs(git, commits, missing)) first.add(commit.id);
    });
  }

  return {
    add(commit) {
      if (commit.changes.length === 0 || commit.changes.length > limits.maxPaths) return;
      if (Number.parseInt(commit.id.slice(0, 8), 16) % limits.oneIn !== 0) return;
      if (!partial) first.add(commit.id);
      else if (batch.push(commit) >= BATCH) check();
    },
    async finish() {
      if (batch.length > 0) check();
      await checking;
      const { uncounted } = await first.finish();
      if (uncounted.length > 0) await countRest(git, uncounted, missing, createCounting(git, limits, emit));
      return { missing };
    },
  };
}

/** After git gave up: leaves out what it cannot read. A second failure leaves the rest unknown. */
async function countRest(git: Git, ids: readonly string[], missing: Set<string>, counting: Counting): Promise<void> {
  const commits: CommitRecord[] = [];
  await readListed(git, ids, (commit) => commits.push(commit));
  for (const commit of await withAllBlobs(git, commits, missing)) counting.add(commit.id);
  await counting.finish();
}

/** The commits of which every blob is there; adds those that are not to `missing`. */
async function withAllBlobs(git: Git, commits: readonly CommitRecord[], missing: Set<string>): Promise<CommitRecord[]> {
  const blobs = commits.flatMap((commit) => blobsOf(commit));
  for (const id of await missingOf(git, blobs)) missing.add(id);
  return commits.filter((commit) => blobsOf(commit).every((id) => !missing.has(id)));
}

function blobsOf(commit: CommitRecord): string[] {
  return commit.changes
    .filter((change) => !change.submodule)
    .flatMap((change) => [change.oldBlob, change.newBlob])
    .filter((id) => !/^0+$/.test(id));
}

interface Counting {
  add(id: string): void;
  finish(): Promise<{ readonly uncounted: readonly string[] }>;
}

/** One process. What it had not counted when it failed is given back, the last commit that it began included. */
function createCounting(git: Git, { maxBytes }: LineLimits, emit: Emit): Counting {
  const settings = ["-c", `core.bigFileThreshold=${Math.floor(maxBytes)}`, "-c", "core.deltaBaseCacheLimit=512m"];
  const asked: string[] = [];
  let begun = "";
  async function start() {
    const process = await git.start([...settings, ...COUNT, ...SAFE]);
    const reading = readCounts(process.stdout, (commit, counts) => {
      begun = commit;
      emit(commit, counts);
    });
    return { ...process, reading };
  }
  // Started when there is something to count: after one commit there mostly isn't.
  let counting: ReturnType<typeof start> | undefined;
  return {
    add(id) {
      asked.push(id);
      counting ??= start();
      void counting.then(({ stdin }) => stdin.write(`${id}\n`));
    },
    async finish() {
      if (counting === undefined) return { uncounted: [] };
      const { stdin, reading, ended } = await counting;
      stdin.end();
      await reading;
      const { code } = await ended;
      return { uncounted: code === 0 ? [] : asked.slice(Math.max(asked.lastIndexOf(begun), 0)) };
    },
  };
}

/** `<commit> NUL` then `<added> TAB <deleted> TAB <path> NUL` for each file. */
async function readCounts(output: AsyncIterable<Buffer>, emit: Emit): Promise<void> {
  let commit = "";
  let counts: LineCount[] = [];
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of output) {
    const end = chunk.lastIndexOf(0);
    const whole = chunk.subarray(0, end + 1);
    for (const record of end < 0 ? [] : splitRecords(Buffer.concat([rest, whole]))) {
      const count = parseCount(record);
      if (count !== undefined) {
        counts.push(count);
        continue;
      }
      if (commit !== "") emit(commit, counts);
      commit = record;
      counts = [];
    }
    rest = end >= 0 ? Buffer.from(chunk.subarray(end + 1)) : Buffer.concat([rest, chunk]);
  }
  if (commit !== "") emit(commit, counts);
}

function parseCount(record: string): LineCount | undefined {
  const first = record.indexOf("\t");
  if (first < 0) return undefined;
  const second = record.indexOf("\t", first + 1);
  return {
    path: record.slice(second + 1),
    added: lines(record.slice(0, first)),
    deleted: lines(record.slice(first + 1, second)),
  };
}

function lines(text: string): number {
  return text === "-" ? -1 : Number(text);
}
