/** Opens what paths name: repositories, plain folders, or folders full of repositories. */
import type { Problem } from "@freehold/model";
import { findRepositories, openFound, type Repository } from "@freehold/repository";
import { Failure } from "../failure.ts";

export interface OpenedRepositories {
  readonly repositories: readonly Repository[];
  readonly problems: readonly Problem[];
}

/**
 * Every repository at or below the paths, each once. The caller closes them.
 * Throws a `Failure` when a path cannot be read at all.
 */
export async function openRepositories(paths: readonly string[]): Promise<OpenedRepositories> {
  const byPath = new Map<string, Repository>();
  const problems: Problem[] = [];
  try {
    for (const path of paths) {
      const { found, problems: met } = await findRepositories(path);
      if (found.length === 0) throw notReadable(path, met);
      problems.push(...met);
      for (const one of found.filter((candidate) => !byPath.has(candidate.path))) {
        const opened = await openFound(one);
        problems.push(...opened.problems);
        if (opened.repository !== undefined) byPath.set(one.path, opened.repository);
      }
    }
  } catch (error) {
    await closeAll([...byPath.values()]);
    throw error;
  }
  return { repositories: [...byPath.values()], problems };
}

export async function closeAll(repositories: readonly Repository[]): Promise<void> {
  await Promise.all(repositories.map((repository) => repository.close()));
}

function notReadable(path: string, problems: readonly Problem[]): Failure {
  const [first] = problems;
  if (first === undefined)
    return new Failure("scan/nothing", `there is nothing to read in ${path}`, "Give the path of a repository.");
  return new Failure(first.code, first.message, first.hint);
}
