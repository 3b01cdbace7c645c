/** Commits by name, and where two lines of them part. */
import { resolveRevision } from "./open/head.ts";
import type { Repository } from "./repository.ts";

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
