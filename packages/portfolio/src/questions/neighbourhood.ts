/** What surrounds a node on both sides, for a picture: nodes within some edges, and the edges among them. */
import { at, type Digraph } from "../digraph.ts";
import { EVERY_SCOPE, type ScopeMask } from "../scopes.ts";
import { dependencies } from "./dependencies.ts";
import { dependents } from "./dependents.ts";

export interface Neighbourhood {
  /** Nearest first, the node itself at the front; `distance` is negative on the side of the dependents. */
  readonly nodes: readonly { readonly node: number; readonly distance: number }[];
  readonly edges: readonly number[];
  /** Some nodes were left out because of the limit. */
  readonly truncated: boolean;
}

export interface NeighbourhoodOptions {
  readonly depth?: number;
  readonly limit?: number;
  readonly scopes?: ScopeMask;
}

export function neighbourhood(graph: Digraph, node: number, options: NeighbourhoodOptions = {}): Neighbourhood {
  const { depth = 1, limit = 300, scopes = EVERY_SCOPE } = options;
  const distances = new Map<number, number>([[node, 0]]);
  let truncated = false;
  let border = { above: [node], below: [node] };
  for (let step = 1; step <= depth; step++) {
    const above = spread(border.above, dependents, -step);
    const below = spread(border.below, dependencies, step);
    border = { above, below };
  }
  const nodes = [...distances].map(([found, distance]) => ({ node: found, distance }));
  nodes.sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance));
  return { nodes, edges: edgesAmong(graph, distances, scopes), truncated };

  function spread(from: readonly number[], next: typeof dependents, distance: number): number[] {
    const added: number[] = [];
    for (const start of from) {
      for (const neighbour of next(graph, start, scopes)) {
        if (distances.has(neighbour.node)) continue;
        if (distances.size >= limit) {
          truncated = true;
          return added;
        }
        distances.set(neighbour.node, distance);
        added.push(neighbour.node);
      }
    }
    return added;
  }
}

function edgesAmong(graph: Digraph, nodes: ReadonlyMap<number, number>, scopes: ScopeMask): number[] {
  const edges: number[] = [];
  for (const node of nodes.keys()) {
    for (let edge = at(graph.first, node); edge < at(graph.first, node + 1); edge++) {
      if ((at(graph.scopes, edge) & scopes) !== 0 && nodes.has(at(graph.target, edge))) edges.push(edge);
    }
  }
  return edges.sort((a, b) => a - b);
}
