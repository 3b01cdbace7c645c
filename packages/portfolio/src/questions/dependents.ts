/** Who consumes a node directly, and through which edge. */
import { at, type Digraph } from "../digraph.ts";
import { SHIPPED, type ScopeMask } from "../scopes.ts";

export interface Neighbour {
  readonly node: number;
  readonly edge: number;
}

export function dependents(graph: Digraph, node: number, scopes: ScopeMask = SHIPPED): Neighbour[] {
  const found: Neighbour[] = [];
  for (let i = at(graph.firstIn, node); i < at(graph.firstIn, node + 1); i++) {
    const edge = at(graph.incoming, i);
    if ((at(graph.scopes, edge) & scopes) !== 0) found.push({ node: at(graph.source, edge), edge });
  }
  return found;
}
