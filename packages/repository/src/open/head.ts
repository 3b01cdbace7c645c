/** Where HEAD is, and what a revision means. */
import type { Git } from "../git/run.ts";

export interface Head {
  readonly branch?: string;
  readonly head?: string;
  readonly committedAt?: string;
}

export async function readHead(git: Git): Promise<Head> {
  const [symbolic, found] = await Promise.all([
    git.run(["symbolic-ref", "--quiet", "HEAD"]),
    git.run(["cat-file", "--batch"], { input: "HEAD^{commit}\n" }),
  ]);
  const ref = symbolic.stdout.toString("utf8").trim();
  const branch = ref.startsWith("refs/heads/") ? { branch: ref.slice("refs/heads/".length) } : {};
  const text = found.stdout.toString("utf8");
  const id = /^([0-9a-f]+) commit \d+\n/.exec(text)?.[1];
  if (id === undefined) return branch;
  const seconds = /\ncommitter [^\n]* (\d+) [+-]\d+\n/.exec(text)?.[1];
  const date = new Date(Number(seconds) * 1000);
  const committedAt = seconds === undefined || Number.isNaN(date.getTime()) ? {} : { committedAt: date.toISOString() };
  return { ...branch, head: id, ...committedAt };
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
