/** Opens the files of a repository: at a revision, or as they lie in its work tree. */
import { commitOf } from "../open/head.ts";
import type { Repository } from "../repository.ts";
import type { FileTree } from "../tree.ts";
import { trouble } from "../trouble.ts";
import { memoryTree } from "./memory.ts";
import { revisionTree } from "./revision.ts";
import type { OpenedTree } from "./revision.ts";
import { worktreeTree } from "./worktree.ts";

/**
 * The files at a revision (default: HEAD). A revision that is unknown gives no files and a problem.
 * `beside` is another tree of the repository: nothing is asked of contents that it has too.
 */
export async function openTree(repository: Repository, revision = "HEAD", beside?: FileTree): Promise<OpenedTree> {
  const commit = await commitOf(repository, revision);
  if (commit !== undefined) return await revisionTree(repository, commit, beside?.files);
  const empty = revision === "HEAD" && repository.info.head === undefined;
  const problem = trouble("unknown-revision", "error", `\`${revision}\` names no commit of \`${repository.info.id}\``, {
    repository: repository.info.id,
    hint: "Give a branch, a tag or a commit that is in this clone; a shallow clone has few",
  });
  return { tree: memoryTree({}), problems: empty ? [] : [problem] };
}

/** The files of the work tree or plain folder with what is not committed yet; at HEAD where there is none. */
export async function openWorktree(repository: Repository): Promise<OpenedTree> {
  const root = repository.info.worktree;
  return root === undefined ? await openTree(repository) : await worktreeTree(repository, root);
}
