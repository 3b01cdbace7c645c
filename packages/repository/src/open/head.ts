/** Where HEAD is, and what a revision means. */
import type { Git } from "../git/run.ts";
import type { ObjectPool } from "../objects/pool.ts";
import type { Repository } from "../repository.ts";

export interface Head {
  readonly branch?: string;
  readonly head?: string;
  readonly committedAt?: string;
}

/** The process that is asked for the commit stays in the pool: whoever opens a repository reads objects next. */
export async function readHead(git: Git, objects: ObjectPool): Promise<Head> {
  const process = await objects.take();
  process.ask(["HEAD^{commit}"]);
  const [symbolic, commit] = await Promise.all([git.run(["symbolic-ref", "--quiet", "HEAD"]), process.next()]);
  objects.give(process);
  const ref = symbolic.stdout.toString("utf8").trim();
  const branch = ref.startsWith("refs/heads/") ? { branch: ref.slice("refs/heads/".length) } : {};
  if (commit?.type !== "commit") return branch;
  const { id } = commit;
  const text = `\n${commit.bytes.toString("utf8")}`;
  const seconds = /\ncommitter [^\n]* (\d+) [+-]\d+\n/.exec(text)?.[1];
  const date = new Date(Number(seconds) * 1000);
  const committedAt = seconds === undefined || Number.isNaN(date.getTime()) ? {} : { committedAt: date.toISOString() };
  return { ...branch, head: id, ...committedAt };
}

/** The same for a repository, whose HEAD is known since it was opened. */
export async function commitOf({ access, info }: Repository, revision: string): Promise<string | undefined> {
  return revision === "HEAD" && info.head !== undefined ? info.head : await resolveRevision(access.git, revision);
}

/**
 * The commit a revision names: anything that git understands (branch, tag, id, `HEAD~3`).
 * It is given to git as input and never as an argument, so it cannot be taken for an option.
 */
export async function resolveRevision(git: Git, revision: string): Promise<string | undefined> {
  if (revision === "" || /[\n\0]/.test(revision)) return undefined;
  const { stdout } = await git.run(["cat-file", "--batch-check"], { input: `${revision}^{commit}\n` });
  return /^([0-9a-f]+) commit \d+\n$/.exec(stdout.toString("utf8"))?.[1];
}
