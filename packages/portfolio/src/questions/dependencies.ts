/** What a node consumes directly, and through which edge. */
import { at, type Digraph } from "../digraph.ts";
import { SHIPPED, type ScopeMask } from "../scopes.ts";
import type { Neighbour } from "./dependents.ts";

export function dependencies(graph: Digraph, node: number, scopes: ScopeMask = SHIPPED): Neighbour[] {
  const found: Neighbour[] = [];
  for (let edge = at(graph.first, node); edge < at(graph.first, node + 1); edge++) {
    if ((at(graph.scopes, edge) & scopes) !== 0) found.push({ node: at(graph.target, edge), edge });
  }
  return found;
}
