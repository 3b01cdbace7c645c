/** The paths of a repository, with folders found by halving the sorted list. */
import type { FileTree } from "@freehold/repository";
import type { PathIndex } from "../ecosystems/ecosystem.ts";

export function indexPaths(tree: FileTree, repository: string): PathIndex {
  const paths: string[] = [];
  const submodules = new Map<string, string>();
  for (const file of tree.files) {
    paths.push(file.path);
    if (file.mode === "submodule") submodules.set(file.path, file.blob);
  }
  return {
    repository,
    submodules,
    has: (path) => tree.get(path) !== undefined,
    below: (folder) =>
      folder === "" ? paths : paths.slice(lowerBound(paths, `${folder}/`), lowerBound(paths, `${folder}0`)),
  };
}

/** `0` is the character after `/`, so that `folder0` sorts behind everything in `folder/`. */
function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
