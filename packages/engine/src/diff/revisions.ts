/** The two revisions that a comparison is between. */
import type { Problem } from "@freehold/model";
import { findCommit, findRepositories, mergeBase, openFound, type Repository } from "@freehold/repository";
import { Failure } from "../failure.ts";

export interface Revisions {
  readonly base: string;
  readonly baseAsked: string;
  /** Absent: the files as they are in the work tree. */
  readonly head: string | undefined;
  readonly headAsked: string;
}

export interface RevisionOptions {
  readonly base: string;
  /** Default: HEAD. */
  readonly head?: string;
  /** Compare the files as they are now, uncommitted ones too, instead of a commit. */
  readonly worktree?: boolean;
  /** Compare with the base itself, and not with where the head left it. */
  readonly exact?: boolean;
}

/** The one repository at or above a path. Throws a `Failure` when there is none or more than one. The caller closes it. */
export async function openOne(path: string): Promise<{ repository: Repository; problems: readonly Problem[] }> {
  const { found, problems } = await findRepositories(path);
  const [first, second] = found;
  if (first === undefined)
    throw new Failure("diff/no-repository", `there is no repository in ${path}`, "Give the path of a git repository.");
  if (second !== undefined)
    throw new Failure(
      "diff/many-repositories",
      `${path} holds several repositories`,
      `Give the path of one, such as ${first.path}`,
    );
  const opened = await openFound(first);
  if (opened.repository === undefined || opened.repository.kind === "folder") {
    await opened.repository?.close();
    throw new Failure(
      "diff/no-repository",
      `${path} is no git repository`,
      "Revisions can be compared in git repositories only.",
    );
  }
  return { repository: opened.repository, problems: [...problems, ...opened.problems] };
}

/**
 * The commits to compare: the head, and where it left the base (what a pull request would merge).
 * Throws a `Failure` for a revision that this clone lacks; a shallow clone is named as the cause.
 */
export async function findRevisions(repository: Repository, options: RevisionOptions): Promise<Revisions> {
  const headAsked = options.head ?? "HEAD";
  const [base, head] = [await findCommit(repository, options.base), await findCommit(repository, headAsked)];
  if (base === undefined) throw lacking(repository, options.base);
  if (head === undefined) throw lacking(repository, headAsked);
  const common = options.exact === true ? base : await mergeBase(repository, base, head);
  if (common === undefined) throw unrelated(repository, options.base, headAsked);
  return {
    base: common,
    baseAsked: options.base,
    head: options.worktree === true ? undefined : head,
    headAsked: options.worktree === true ? "work tree" : headAsked,
  };
}

function lacking({ info }: Repository, revision: string): Failure {
  const hint = info.shallow
    ? "The clone is shallow and lacks it: fetch more, for example with `git fetch --unshallow`, or `fetch-depth: 0` in GitHub Actions."
    : "Give a branch, a tag or a commit of this clone; a remote branch is called origin/main.";
  return new Failure("diff/unknown-revision", `\`${revision}\` names no commit of ${info.id}`, hint);
}

function unrelated({ info }: Repository, base: string, head: string): Failure {
  const hint = info.shallow
    ? "The clone is shallow and lacks the commit where they part: fetch more, for example with `git fetch --unshallow`, or `fetch-depth: 0` in GitHub Actions."
    : "Add --exact to compare the two as they are.";
  return new Failure("diff/no-common-commit", `\`${base}\` and \`${head}\` of ${info.id} share no commit`, hint);
}
