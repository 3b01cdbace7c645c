/**
 * How well the children of a folder separate what belongs together: Newman's modularity of the partition
 * into children, once over pairs of files that commits change together and once over imports.
 *
 * Q = the share of ties inside one child, less the share expected if ties fell by chance (each child
 * by its share of all ends, squared). Files right in the folder belong to none of its children: lists,
 * build files and the like change with any of them and say nothing.
 */
import type { FolderTree } from "./folder-tree.ts";

/** Within one folder, a commit over more children than this is sweeping. */
const SPREAD = 8;

export interface Separation {
  /** Commits (each counts one), or imports. */
  readonly ties: number;
  readonly inside: number;
  readonly expected: number;
  readonly modularity: number;
  /** For each child: the weight of its ties, and the part of it that stays inside. */
  readonly children: ReadonlyMap<number, { readonly ties: number; readonly inside: number; readonly weight: number }>;
}

/** For each folder, how its children separate the commits that change several files in it. */
export function separationByChange(
  tree: FolderTree,
  together: readonly (readonly number[])[],
): Map<number, Separation> {
  const counters = new Map<number, Counter>();
  const children = createChildCounter(tree);
  for (const files of together) {
    children.count(files, (folder, inFolder, countOf) => {
      let total = 0;
      for (const child of inFolder) total += countOf[child] ?? 0;
      if (total < 2 || inFolder.length > SPREAD) return;
      const pairs = (total * (total - 1)) / 2;
      const counter = counterOf(counters, folder);
      counter.ties++;
      for (const child of inFolder) {
        const count = countOf[child] ?? 0;
        const inside = (count * (count - 1)) / 2 / pairs;
        // Pairs with at least one end in the child, as a share of all pairs of the commit.
        const touching = inside + (count * (total - count)) / pairs;
        counter.inside += inside;
        add(counter.ends, child, count / total);
        addChild(counter, child, touching, inside);
      }
    });
  }
  return finish(counters);
}

/** For each folder, how its children separate the imports among its files. */
export function separationByImport(
  tree: FolderTree,
  from: readonly number[],
  to: readonly number[],
): Map<number, Separation> {
  const counters = new Map<number, Counter>();
  const children = createChildCounter(tree);
  for (const [index, source] of from.entries()) {
    children.count([source, to[index] ?? source], (folder, inFolder, countOf) => {
      const inside = inFolder.length === 1 ? 1 : 0;
      if (inside === 1 && countOf[inFolder[0] ?? 0] === 1) return;
      const counter = counterOf(counters, folder);
      counter.ties++;
      counter.inside += inside;
      for (const child of inFolder) {
        add(counter.ends, child, (countOf[child] ?? 0) / 2);
        addChild(counter, child, 1, inside);
      }
    });
  }
  return finish(counters);
}

type Visit = (folder: number, children: readonly number[], countOf: Uint32Array) => void;

/**
 * For every folder above some files: how many of them are in each of its children. Columns that are used again
 * and again, since a repository asks this for every commit and every import.
 */
function createChildCounter(tree: FolderTree): { count(files: readonly number[], visit: Visit): void } {
  const counts = new Uint32Array(tree.parent.length);
  const childrenOf: number[][] = tree.parent.map(() => []);
  return {
    count(files, visit) {
      const folders: number[] = [];
      for (const file of files) {
        let child = tree.folderOf[file] ?? 0;
        for (let folder = tree.parent[child] ?? -1; folder >= 0; folder = tree.parent[folder] ?? -1) {
          const children = childrenOf[folder] ?? [];
          if (children.length === 0) folders.push(folder);
          if (counts[child] === 0) children.push(child);
          counts[child] = (counts[child] ?? 0) + 1;
          child = folder;
        }
      }
      for (const folder of folders) {
        const children = childrenOf[folder] ?? [];
        visit(folder, children, counts);
        for (const child of children) counts[child] = 0;
        children.length = 0;
      }
    },
  };
}

interface Counter {
  ties: number;
  inside: number;
  readonly ends: Map<number, number>;
  readonly children: Map<number, { ties: number; inside: number; weight: number }>;
}

function counterOf(counters: Map<number, Counter>, folder: number): Counter {
  const known = counters.get(folder);
  if (known !== undefined) return known;
  const made = { ties: 0, inside: 0, ends: new Map<number, number>(), children: new Map() };
  counters.set(folder, made);
  return made;
}

function addChild(counter: Counter, child: number, touching: number, inside: number): void {
  const known = counter.children.get(child) ?? { ties: 0, inside: 0, weight: 0 };
  known.ties++;
  known.inside += inside;
  known.weight += touching;
  counter.children.set(child, known);
}

function finish(counters: ReadonlyMap<number, Counter>): Map<number, Separation> {
  return new Map(
    [...counters].map(([folder, { ties, inside, ends, children }]) => {
      const total = sum(ends.values());
      const expected = sum([...ends.values()].map((weight) => (weight / total) ** 2));
      return [folder, { ties, inside: inside / ties, expected, modularity: inside / ties - expected, children }];
    }),
  );
}

function add(map: Map<number, number>, key: number, amount: number): void {
  map.set(key, (map.get(key) ?? 0) + amount);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
