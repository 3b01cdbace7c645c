/** Commits by name, and where two lines of them part. */
import { resolveRevision } from "./open/head.ts";
import type { Repository } from "./repository.ts";
import { readObjects } from "./objects/contents.ts";
import type { FileTree, TreeFile } from "./tree.ts";
import { indexByPath, modeOf, sortFiles, splitRecords } from "./trees/listing.ts";
import { readSizes } from "./trees/sizes.ts";

/** The commit that a revision names (branch, tag, id, `HEAD~3`); undefined when this clone has none. */
export async function findCommit(repository: Repository, revision: string): Promise<string | undefined> {
  return repository.kind === "git" ? await resolveRevision(repository.access.git, revision) : undefined;
}

/** The newest commit that both have behind them; undefined when they share none, or a shallow clone lacks it. */
export async function mergeBase(repository: Repository, a: string, b: string): Promise<string | undefined> {
  const { code, stdout } = await repository.access.git.run(["merge-base", a, b]);
  return code === 0 ? /^[0-9a-f]+/.exec(stdout.toString("utf8"))?.[0] : undefined;
}

export interface CommitSummary {
  readonly id: string;
  /** First parent; absent for a first commit. */
  readonly parent?: string;
  readonly subject: string;
  readonly message: string;
}

/** The last commits behind a commit, along first parents, newest first. */
export async function lastCommits(repository: Repository, commit: string, count: number): Promise<CommitSummary[]> {
  const format = "--format=%H%x00%P%x00%s%x00%B%x00%x01";
  const args = ["log", "--first-parent", `--max-count=${count}`, "-z", format, commit];
  const { stdout } = await repository.access.git.run(args, { maxBytes: 64 * 1024 * 1024 });
  return stdout
    .toString("utf8")
    .split("\u0001")
    .flatMap((record) => {
      const [id = "", parents = "", subject = "", message = ""] = record.replace(/^\0/, "").split("\0");
      const parent = parents.split(" ")[0] ?? "";
      if (!/^[0-9a-f]+$/.test(id)) return [];
      return [{ id, ...(parent === "" ? {} : { parent }), subject, message }];
    });
}

/** What somebody wrote of each commit, its subject first; of those that git can't read nothing. One question for all. */
export async function readMessages(
  repository: Repository,
  commits: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (commits.length === 0 || repository.kind !== "git") return new Map();
  const args = ["log", "--no-walk=unsorted", "--stdin", "-z", "--format=%H%x00%B%x00%x01"];
  const input = `${commits.join("\n")}\n`;
  const { stdout } = await repository.access.git.run(args, { input, maxBytes: 64 * 1024 * 1024 });
  return new Map(
    stdout
      .toString("utf8")
      .split("\u0001")
      .flatMap((record): (readonly [string, string])[] => {
        const [id = "", message = ""] = record.replace(/^\0/, "").split("\0");
        return id === "" ? [] : [[id, message]];
      }),
  );
}

/** What the main line was at a time. */
export interface Past {
  readonly commit: string;
  /** Seconds since 1970: when it was committed. */
  readonly time: number;
  /** The files of then that changed since or are gone, as they were. */
  readonly before: FileTree;
  /** Paths of now that changed since or were added. */
  readonly changed: ReadonlySet<string>;
}

/** Bytes of a listing of changed files. */
const MAX_CHANGED = 16 * 1024 * 1024;

/** Undefined where the main line is younger than the time (seconds since 1970), or a clone does not reach so far. */
export async function readPast(
  repository: Repository,
  commit: string,
  seconds: number,
  isWanted: (path: string) => boolean,
): Promise<Past | undefined> {
  if (repository.kind !== "git") return undefined;
  const { git, objects } = repository.access;
  const dated = [
    "log",
    "--first-parent",
    "--max-count=1",
    `--before=${Math.floor(seconds)}`,
    "--format=%H %ct",
    commit,
  ];
  const { stdout } = await git.run(dated);
  const [, base, time] = /^([0-9a-f]+) (\d+)$/m.exec(stdout.toString("utf8")) ?? [];
  if (base === undefined) return undefined;
  const compared = ["diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", base, commit];
  const listed = await git.run(compared, { maxBytes: MAX_CHANGED });
  if (listed.code !== 0 || listed.tooMuch) return undefined;
  const old: TreeFile[] = [];
  const changed = new Set<string>();
  const records = splitRecords(listed.stdout);
  for (let at = 0; at + 1 < records.length; at += 2) {
    const [octal = "", , blob = "", , status] = (records[at] ?? "").slice(1).split(" ");
    const path = records[at + 1] ?? "";
    const mode = modeOf(octal);
    if (!isWanted(path)) continue;
    if (status !== "D") changed.add(path);
    if (mode === "file" || mode === "executable") old.push({ path, blob, size: undefined, mode });
  }
  const files = sortFiles(old);
  // Sizes are asked for when something is read: what the cache knows is not.
  const read: FileTree["read"] = async function* (wanted, options) {
    const sizes = await readSizes(
      git,
      wanted.map(({ blob }) => blob),
    );
    const sized = wanted.map((file) => ({ ...file, size: sizes.get(file.blob) }));
    yield* readObjects(objects, sized, options?.maxBytes);
  };
  return {
    commit: base,
    time: Number(time),
    before: { revision: base, files, get: indexByPath(files), read },
    changed,
  };
}
