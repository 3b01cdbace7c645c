/**
 * Which folders of a large unit live a life of their own. A folder is split into its children when these
 * separate what changes together (or, without enough history, what imports each other) far better than
 * chance; of the children those that keep mostly to themselves are offered. Where both a folder and its
 * inner folders could be, the level that separates more clearly is taken.
 */
import type { FolderTree } from "./folder-tree.ts";
import type { Separation } from "./separation.ts";

/** Newman and Girvan (2004) find 0.3 and above in networks with real communities. */
const LEAST_MODULARITY = 0.3;
const LEAST_INSIDE = 0.55;
const FEWEST_CHANGES = 8;
const FEWEST_IMPORTS = 20;
const FEWEST_CHILDREN = 3;
const FEWEST_FILES = 2;
/**
 * A weak community in the sense of Radicchi and others (2004): its files have more ends of ties inside it
 * than outside. A tie inside has two ends there and one across has one, so a third of the ties is enough.
 */
const LEAST_COHESION = 1 / 3;
/** A child seen in few changes is judged with its siblings: it counts as if it had this many of theirs. */
const SIBLING_TIES = 2;

export interface SplitFolder {
  readonly folder: number;
  readonly cohesion: number;
  readonly by: "changes" | "imports";
  /** Ties of the folder that were looked at. */
  readonly ties: number;
  readonly level: Separation;
}

export function splitFolders(
  tree: FolderTree,
  byChange: ReadonlyMap<number, Separation>,
  byImport: ReadonlyMap<number, Separation>,
): SplitFolder[] {
  return visit(0);

  /** What can be offered below a folder. */
  function visit(folder: number): SplitFolder[] {
    const level = evidenceFor(folder);
    return (tree.children[folder] ?? []).flatMap((child) => {
      if ((tree.files[child] ?? 0) < FEWEST_FILES) return [];
      const inner = visit(child);
      const whole = level === undefined ? undefined : offer(child, level);
      if (whole === undefined) return inner;
      const better = inner.filter((part) => clarity(part.level) >= clarity(whole.level));
      return covers(better, child) ? better : [whole];
    });
  }

  function covers(parts: readonly SplitFolder[], folder: number): boolean {
    const covered = parts.reduce((sum, part) => sum + (tree.files[part.folder] ?? 0), 0);
    return covered * 2 >= (tree.files[folder] ?? 0);
  }

  function evidenceFor(folder: number): { by: SplitFolder["by"]; level: Separation } | undefined {
    if (!hasChildren(tree, folder)) return undefined;
    const changes = byChange.get(folder);
    if (changes !== undefined && changes.ties >= FEWEST_CHANGES) {
      return separates(changes) ? { by: "changes", level: changes } : undefined;
    }
    const imports = byImport.get(folder);
    return imports !== undefined && imports.ties >= FEWEST_IMPORTS && separates(imports)
      ? { by: "imports", level: imports }
      : undefined;
  }

  function offer(folder: number, { by, level }: { by: SplitFolder["by"]; level: Separation }): SplitFolder | undefined {
    const own = level.children.get(folder);
    if (own === undefined) return undefined;
    const cohesion = (own.inside + SIBLING_TIES * level.inside) / (own.weight + SIBLING_TIES);
    return cohesion < LEAST_COHESION ? undefined : { folder, cohesion, by, ties: own.ties, level };
  }
}

/** Whether any folder has enough children to be judged at all. */
export function canBeSplit(tree: FolderTree): boolean {
  return tree.children.some((_, folder) => hasChildren(tree, folder));
}

function hasChildren(tree: FolderTree, folder: number): boolean {
  const children = (tree.children[folder] ?? []).filter((child) => (tree.files[child] ?? 0) >= FEWEST_FILES);
  return children.length >= FEWEST_CHILDREN;
}

function separates({ modularity, inside }: Separation): boolean {
  return modularity >= LEAST_MODULARITY && inside >= LEAST_INSIDE;
}

/** How far a level is from chance (0) towards separating everything (1). */
function clarity({ modularity, expected }: Separation): number {
  return modularity / (1 - expected);
}
