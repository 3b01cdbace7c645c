/**
 * Links to a graph: the nodes are groups of units, links between the same two groups become one edge
 * and links inside a group vanish. Units by themselves, products, owners: all are groupings.
 */
import type { Digraph, Links } from "../digraph.ts";

/** `groupOf[unit]` is its node, or -1 to leave it out; `size` is the number of nodes. */
export function quotient(links: Links, groupOf: Int32Array, size: number): Digraph {
  const ends = endsOf(links, groupOf);
  const order = sortByEnds(ends, size);
  const edges = countRuns(ends, order);

  const source = new Uint32Array(edges);
  const target = new Uint32Array(edges);
  const scopes = new Uint8Array(edges);
  const weight = new Float64Array(edges);
  const firstLink = new Uint32Array(edges + 1);
  let edge = -1;
  for (let i = 0; i < order.length; i++) {
    const link = order[i] ?? 0;
    const from = ends.source[link] ?? 0;
    const to = ends.target[link] ?? 0;
    if (edge < 0 || (source[edge] ?? 0) !== from || (target[edge] ?? 0) !== to) {
      edge++;
      source[edge] = from;
      target[edge] = to;
      firstLink[edge] = i;
    }
    scopes[edge] = (scopes[edge] ?? 0) | (links.scopes[link] ?? 0);
    weight[edge] = (weight[edge] ?? 0) + (links.weight[link] ?? 0);
  }
  firstLink[edges] = order.length;
  const first = offsets(source, size);
  const firstIn = offsets(target, size);
  const incoming = placeBy(target, identity(edges), firstIn);
  return { size, edges, first, source, target, firstIn, incoming, scopes, weight, firstLink, link: order };
}

interface Ends {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** Links between two different groups. */
  readonly kept: Uint32Array;
}

function endsOf(links: Links, groupOf: Int32Array): Ends {
  const source = new Uint32Array(links.count);
  const target = new Uint32Array(links.count);
  const kept = new Uint32Array(links.count);
  let count = 0;
  for (let link = 0; link < links.count; link++) {
    const from = groupOf[links.unit[link] ?? 0] ?? -1;
    const to = groupOf[links.provider[link] ?? 0] ?? -1;
    if (from < 0 || to < 0 || from === to) continue;
    source[link] = from;
    target[link] = to;
    kept[count++] = link;
  }
  return { source, target, kept: kept.subarray(0, count) };
}

/** Two stable counting sorts, the second key first: linear, where a comparing sort of a million is not. */
function sortByEnds(ends: Ends, size: number): Uint32Array {
  const byTarget = countingSort(ends.kept, ends.target, size);
  return countingSort(byTarget, ends.source, size);
}

function countingSort(items: Uint32Array, keys: Uint32Array, size: number): Uint32Array {
  const next = new Uint32Array(size + 1);
  for (const item of items) {
    const key = (keys[item] ?? 0) + 1;
    next[key] = (next[key] ?? 0) + 1;
  }
  for (let key = 0; key < size; key++) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  return placeBy(keys, items, next);
}

function placeBy(keys: Uint32Array, items: Uint32Array, firstOf: Uint32Array): Uint32Array {
  const next = firstOf.slice();
  const placed = new Uint32Array(items.length);
  for (const item of items) {
    const key = keys[item] ?? 0;
    const place = next[key] ?? 0;
    placed[place] = item;
    next[key] = place + 1;
  }
  return placed;
}

function countRuns(ends: Ends, order: Uint32Array): number {
  let runs = 0;
  for (let i = 0; i < order.length; i++) {
    const link = order[i] ?? 0;
    const before = order[i - 1] ?? 0;
    const same = i > 0 && ends.source[link] === ends.source[before] && ends.target[link] === ends.target[before];
    if (!same) runs++;
  }
  return runs;
}

function offsets(keys: Uint32Array, size: number): Uint32Array {
  const first = new Uint32Array(size + 1);
  for (const key of keys) first[key + 1] = (first[key + 1] ?? 0) + 1;
  for (let key = 0; key < size; key++) first[key + 1] = (first[key + 1] ?? 0) + (first[key] ?? 0);
  return first;
}

function identity(length: number): Uint32Array {
  const items = new Uint32Array(length);
  for (let i = 0; i < length; i++) items[i] = i;
  return items;
}
