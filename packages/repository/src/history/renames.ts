/**
 * Renames in one commit, found without reading a blob (git's own detection reads them, which is slow and
 * aborts where one is missing): a deletion and an addition are one rename when their blob is the same, or else
 * when they are the only two left with the same ending or the same base name below the same folder, or have similar
 * names in one folder.
 *
 * A file that was moved, changed and given another base name in one commit is not recognised.
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
  pairByName(leftAdded, leftDeleted, renames);
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

/**
 * Longest endings first: a moved folder has many `index.ts`, and one `users/list/index.ts`. Then the folder in
 * front with the base name: of many `index.ts`, one left `users/old/` for `users/`.
 */
const DEPTHS = [4, 3, 2, 1];

function pairByName(added: Changes, deleted: Changes, renames: Map<string, Rename>): void {
  let [targets, sources]: [Changes, Changes] = [added, deleted];
  const keys = [
    ...DEPTHS.map((depth) => (path: string) => ending(path, depth)),
    ...DEPTHS.map((depth) => (path: string) => `${beginning(path, depth)}//${baseName(path)}`),
  ];
  for (const key of keys) [targets, sources] = pairUnique(targets, sources, renames, key);
  pairSimilar(targets, sources, renames);
}

/** Pairs those that are the only two left with their key, and gives back what is left. */
function pairUnique(
  added: Changes,
  deleted: Changes,
  renames: Map<string, Rename>,
  keyOf: (path: string) => string,
): [Changes, Changes] {
  if (added.length === 0 || deleted.length === 0) return [added, deleted];
  const sources = Map.groupBy(deleted, (change) => keyOf(change.path));
  const used = new Set<ChangeRecord>();
  for (const [key, targets] of Map.groupBy(added, (change) => keyOf(change.path))) {
    const [target, otherTarget] = targets;
    const [source, otherSource] = sources.get(key) ?? [];
    if (target === undefined || source === undefined || otherTarget !== undefined || otherSource !== undefined)
      continue;
    used.add(source);
    renames.set(target.path, { from: source.path, exact: false });
  }
  return [added.filter((change) => !renames.has(change.path)), deleted.filter((change) => !used.has(change))];
}

/** How much of the longer base name two must share, at its beginning and end: `tool-1.2.rb` and `tool-1.10.rb`. */
const SIMILAR = 0.6;
/** Folders with more left on either side are left alone: a rewrite, not a few renames. */
const MOST_SIMILAR = 40;

/** Pairs what was given a similar base name in its folder, the most similar first: new versions, mostly. */
function pairSimilar(added: Changes, deleted: Changes, renames: Map<string, Rename>): void {
  const sources = Map.groupBy(deleted, (change) => folderName(change.path));
  for (const [folder, targets] of Map.groupBy(added, (change) => folderName(change.path))) {
    const here = sources.get(folder) ?? [];
    if (here.length === 0 || here.length > MOST_SIMILAR || targets.length > MOST_SIMILAR) continue;
    const pairs = targets.flatMap((target) =>
      here.map((source) => ({ target, source, likeness: likeness(baseName(target.path), baseName(source.path)) })),
    );
    const used = new Set<ChangeRecord>();
    for (const one of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
      if (one.likeness < SIMILAR) break;
      if (used.has(one.source) || used.has(one.target)) continue;
      used.add(one.source).add(one.target);
      renames.set(one.target.path, { from: one.source.path, exact: false });
    }
  }
}

/** Share of the longer name that both begin or end with; 0 for different extensions. */
function likeness(a: string, b: string): number {
  if (a.slice(a.lastIndexOf(".")) !== b.slice(b.lastIndexOf("."))) return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let front = 0;
  while (front < short.length && short[front] === long[front]) front++;
  let back = 0;
  while (back < short.length - front && short[short.length - 1 - back] === long[long.length - 1 - back]) back++;
  return (front + back) / Math.max(1, long.length);
}

function folderName(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The last segments of a path, fewer when it has not as many. */
function ending(path: string, segments: number): string {
  let start = path.length;
  for (let count = 0; count < segments && start >= 0; count++) start = path.lastIndexOf("/", start - 1);
  return path.slice(start + 1);
}

/** The first folders of a path. */
function beginning(path: string, segments: number): string {
  let end = -1;
  for (let count = 0; count < segments; count++) {
    const next = path.indexOf("/", end + 1);
    if (next < 0) break;
    end = next;
  }
  return path.slice(0, Math.max(0, end));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
