/** How one node comes to depend on another: the shortest chain of edges. */
import { at, type Digraph } from "../digraph.ts";
import { SHIPPED, type ScopeMask } from "../scopes.ts";

/** Edges from `from` to `to`, in order; empty for a node and itself, undefined when it does not depend on it. */
export function path(graph: Digraph, from: number, to: number, scopes: ScopeMask = SHIPPED): number[] | undefined {
  const through = new Int32Array(graph.size).fill(-1);
  const queue = [from];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] ?? 0;
    if (node === to) return trace(graph, through, from, to);
    for (let edge = at(graph.first, node); edge < at(graph.first, node + 1); edge++) {
      const target = at(graph.target, edge);
      if ((at(graph.scopes, edge) & scopes) === 0 || at(through, target) >= 0 || target === from) continue;
      through[target] = edge;
      queue.push(target);
    }
  }
  return undefined;
}

function trace(graph: Digraph, through: Int32Array, from: number, to: number): number[] {
  const edges: number[] = [];
  for (let node = to; node !== from;) {
    const edge = at(through, node);
    edges.push(edge);
    node = at(graph.source, edge);
  }
  return edges.reverse();
}
