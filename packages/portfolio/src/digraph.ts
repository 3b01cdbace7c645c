/**
 * A directed graph in typed arrays (compressed sparse rows, both directions), small enough for millions
 * of edges. Nodes are integers; an edge points from the consumer to what it consumes.
 *
 * ```
 * node v ──> out-edges  first[v] … first[v + 1] - 1           edge e: source[e] → target[e]
 *        <── in-edges   incoming[firstIn[v] … firstIn[v + 1] - 1]
 * edge e ──> its evidence: links  link[firstLink[e] … firstLink[e + 1] - 1]
 * ```
 *
 * Edges are sorted by source, then target; there is at most one per pair and none from a node to itself.
 */
export interface Digraph {
  readonly size: number;
  readonly edges: number;
  readonly first: Uint32Array;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly firstIn: Uint32Array;
  readonly incoming: Uint32Array;
  /** Scopes of the consumes behind an edge, as bits. */
  readonly scopes: Uint8Array;
  /** How strongly the two are tied: import statements, at least one for each consume. */
  readonly weight: Float64Array;
  readonly firstLink: Uint32Array;
  readonly link: Uint32Array;
}

/** One consume joined to the unit that provides what it names. */
export interface Links {
  readonly count: number;
  /** Index of the consuming unit. */
  readonly unit: Uint32Array;
  /** Index into the `consumes` of that unit. */
  readonly consume: Uint32Array;
  /** Index of the providing unit. */
  readonly provider: Uint32Array;
  readonly scopes: Uint8Array;
  readonly weight: Float64Array;
}

/** Reads a cell that is known to be there; typed arrays never hold undefined inside their length. */
export function at(array: Uint32Array | Int32Array | Uint8Array | Float64Array, index: number): number {
  return array[index] ?? 0;
}

/** The edge from one node to another, or -1. Edges of a node are sorted by target. */
export function edgeBetween(graph: Digraph, source: number, target: number): number {
  let low = at(graph.first, source);
  let high = at(graph.first, source + 1) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = at(graph.target, middle);
    if (found === target) return middle;
    if (found < target) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
