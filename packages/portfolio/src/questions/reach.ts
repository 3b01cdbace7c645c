/**
 * Reach: everything that depends on a node, directly or not. One node is a breadth-first walk; for all
 * nodes at once see `reach-of-all.ts`.
 */
import { at, type Digraph } from "../digraph.ts";
import { SHIPPED, type ScopeMask } from "../scopes.ts";

export interface Reached {
  readonly node: number;
  /** Edges between it and the node asked about: 1 is a direct dependent. */
  readonly distance: number;
  /** The edge through which it was first reached. */
  readonly edge: number;
}

/** Transitive dependents of a node, nearest first, without the node itself. */
export function reach(graph: Digraph, node: number, scopes: ScopeMask = SHIPPED): Reached[] {
  const seen = new Uint8Array(graph.size);
  seen[node] = 1;
  const found: Reached[] = [];
  let current = node;
  let distance = 0;
  for (let head = -1; head < found.length;) {
    for (let i = at(graph.firstIn, current); i < at(graph.firstIn, current + 1); i++) {
      const edge = at(graph.incoming, i);
      const source = at(graph.source, edge);
      if ((at(graph.scopes, edge) & scopes) === 0 || seen[source] === 1) continue;
      seen[source] = 1;
      found.push({ node: source, distance: distance + 1, edge });
    }
    const next = found[++head];
    if (next === undefined) break;
    current = next.node;
    distance = next.distance;
  }
  return found;
}
