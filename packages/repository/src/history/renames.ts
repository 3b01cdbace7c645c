/**
 * Renames in one commit, found without reading a blob (git's own detection reads them, which is slow and
 * aborts where one is missing): a deletion and an addition are one rename when their blob is the same, or else
 * when they are the only two left with their base name.
 *
 * A file that was renamed, changed and given another base name in one commit is not recognised.
 */
import type { ChangeRecord } from "./record.ts";

export interface Rename {
  readonly from: string;
  /** The contents are the same. */
  readonly exact: boolean;
}

/** The source by the added path. Both are in `changes`; a path is in one pair at most. */
export function findRenames(changes: readonly ChangeRecord[]): ReadonlyMap<string, Rename> {
  const renames = new Map<string, Rename>();
  const added = changes.filter((change) => change.status === "A");
  const deleted = changes.filter((change) => change.status === "D");
  if (added.length === 0 || deleted.length === 0) return renames;
  const [leftAdded, leftDeleted] = pairByBlob(added, deleted, renames);
  pairByUniqueName(leftAdded, leftDeleted, renames);
  return renames;
}

type Changes = readonly ChangeRecord[];

/** Of several files with one blob, those with the same base name are paired first. */
function pairByBlob(added: Changes, deleted: Changes, renames: Map<string, Rename>): [Changes, Changes] {
  const byName = pair(added, deleted, renames, (blob, path) => `${blob}/${baseName(path)}`);
  return pair(...byName, renames, (blob) => blob);
}

/** Pairs what has the same key, in the order of the tree, and gives back what is left. */
function pair(
  added: Changes,
  deleted: Changes,
  renames: Map<string, Rename>,
  key: (blob: string, path: string) => string,
): [Changes, Changes] {
  const sources = Map.groupBy(deleted.toReversed(), (change) => key(change.oldBlob, change.path));
  const used = new Set<ChangeRecord>();
  for (const target of added) {
    const source = sources.get(key(target.newBlob, target.path))?.pop();
    if (source === undefined) continue;
    used.add(source);
    renames.set(target.path, { from: source.path, exact: true });
  }
  return [added.filter((change) => !renames.has(change.path)), deleted.filter((change) => !used.has(change))];
}

function pairByUniqueName(added: Changes, deleted: Changes, renames: Map<string, Rename>): void {
  const sources = Map.groupBy(deleted, (change) => baseName(change.path));
  for (const [name, targets] of Map.groupBy(added, (change) => baseName(change.path))) {
    const [target, otherTarget] = targets;
    const [source, otherSource] = sources.get(name) ?? [];
    if (target === undefined || source === undefined || otherTarget !== undefined || otherSource !== undefined)
      continue;
    renames.set(target.path, { from: source.path, exact: false });
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
