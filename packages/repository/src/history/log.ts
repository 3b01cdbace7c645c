/**
 * Reads the log once, as a stream: commits, paths and blob ids, from commits and trees alone.
 *
 * `--no-renames` because git's rename detection reads blobs, which is slow and aborts where one is missing.
 */
import { limitMemory } from "../git/memory-limit.ts";
import type { Git } from "../git/run.ts";
import { splitRecords } from "../trees/listing.ts";
import { createLogParser, LOG_FORMAT } from "./record.ts";
import type { CommitRecord } from "./record.ts";

const DIFF = ["--raw", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv"];
const FORMAT = ["-z", "--no-show-signature", "--no-mailmap", "--encoding=UTF-8", `--format=${LOG_FORMAT}`];

export interface LogRange {
  readonly commit: string;
  /** Leaves out these commits and all before them. */
  readonly exclude?: string | undefined;
  /** Leaves out commits older than this, seconds since 1970. */
  readonly since?: number | undefined;
}

type Emit = (commit: CommitRecord) => void;

/** What git complained about when it stopped early. */
export interface LogEnd {
  readonly failure: string | undefined;
  /** It was stopped at a commit with endless changes. */
  readonly tooMuch: boolean;
}

/** Calls `emit` for each commit of a range, newest first. */
export async function readLog(git: Git, range: LogRange, emit: Emit): Promise<LogEnd> {
  return await stream(git, [...DIFF, ...FORMAT, ...rangeArguments(range)], undefined, emit);
}

/** How many commits a range has; 0 where git cannot tell. */
export async function countCommits(git: Git, range: LogRange): Promise<number> {
  const { stdout } = await git.run(["rev-list", "--count", ...rangeArguments(range)]);
  return Number.parseInt(stdout.toString("utf8"), 10) || 0;
}

/** How many commits were made between a commit and a later one; undefined when the one does not lead to the other. */
export async function countSince(
  git: Git,
  earlier: string,
  later: string,
  since: number | undefined,
): Promise<number | undefined> {
  const { code, stdout } = await git.run(["rev-list", "--count", "--left-right", `${earlier}...${later}`, "--"]);
  const [only, newer] = stdout.toString("utf8").split("\t").map(Number);
  if (code !== 0 || only !== 0 || newer === undefined || !Number.isSafeInteger(newer)) return undefined;
  return since === undefined ? newer : await countCommits(git, { commit: later, exclude: earlier, since });
}

/** The same without changes, which needs no trees. */
export async function readCommits(git: Git, range: LogRange, emit: Emit): Promise<LogEnd> {
  return await stream(git, ["--no-patch", ...FORMAT, ...rangeArguments(range)], undefined, emit);
}

/** Exactly these commits, in this order. */
export async function readListed(git: Git, commits: readonly string[], emit: Emit): Promise<LogEnd> {
  const input = commits.map((commit) => `${commit}\n`).join("");
  return await stream(git, [...DIFF, ...FORMAT, "--no-walk=unsorted", "--stdin"], input, emit);
}

function rangeArguments(range: LogRange): string[] {
  const since = range.since === undefined ? [] : [`--since=@${Math.floor(range.since)}`];
  return [...since, range.commit, ...(range.exclude === undefined ? [] : [`^${range.exclude}`]), "--"];
}

async function stream(git: Git, settings: readonly string[], input: string | undefined, emit: Emit): Promise<LogEnd> {
  const process = await git.start(["log", ...settings]);
  process.stdin.end(input);
  let tooMuch = false;
  // A range is listed whole before the first of its commits is written.
  const isRange = settings.some((setting) => setting.startsWith("^") || setting.startsWith("--since"));
  const memory = limitMemory(process, !isRange, () => (tooMuch = true));
  const parser = createLogParser(emit, () => {
    tooMuch = true;
    process.kill("SIGKILL");
  });
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of process.stdout as AsyncIterable<Buffer>) {
    memory.wrote();
    const end = chunk.lastIndexOf(0);
    const whole = chunk.subarray(0, end + 1);
    if (end >= 0) parser.push(splitRecords(Buffer.concat([rest, whole])));
    rest = end >= 0 ? Buffer.from(chunk.subarray(end + 1)) : Buffer.concat([rest, chunk]);
  }
  parser.finish();
  const { code, stderr } = await process.ended;
  return {
    failure: code === 0 && !tooMuch ? undefined : stderr || "a commit has more changes than can be read",
    tooMuch,
  };
}
