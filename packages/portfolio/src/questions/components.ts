/**
 * Strongly connected components: the sets of nodes that all depend on each other. Tarjan's algorithm
 * with a stack of its own, since a chain of a hundred thousand nodes would overflow the call stack.
 */
import { at, type Digraph } from "../digraph.ts";
import { EVERY_SCOPE, type ScopeMask } from "../scopes.ts";

export interface Components {
  readonly count: number;
  /** Component of each node, in reverse topological order: an edge leads to the same or a lower number. */
  readonly of: Int32Array;
  /** Nodes of component c: `nodes[first[c]] … nodes[first[c + 1] - 1]`. */
  readonly first: Uint32Array;
  readonly nodes: Uint32Array;
}

export function components(graph: Digraph, scopes: ScopeMask = EVERY_SCOPE): Components {
  const { size } = graph;
  const of = new Int32Array(size).fill(-1);
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const nextEdge = new Uint32Array(size);
  const open = new Int32Array(size);
  const path = new Int32Array(size);
  const nodes = new Uint32Array(size);
  const first: number[] = [0];
  let visited = 0;
  let opened = 0;
  let placed = 0;

  for (let root = 0; root < size; root++) {
    if (at(order, root) >= 0) continue;
    let depth = 0;
    path[0] = root;
    while (depth >= 0) {
      const node = at(path, depth);
      if (at(order, node) < 0) {
        order[node] = low[node] = visited++;
        open[opened++] = node;
        nextEdge[node] = at(graph.first, node);
      }
      const child = descend(node);
      if (child >= 0) {
        path[++depth] = child;
        continue;
      }
      if (at(low, node) === at(order, node)) close(node);
      depth--;
      if (depth >= 0) {
        const parent = at(path, depth);
        low[parent] = Math.min(at(low, parent), at(low, node));
      }
    }
  }
  return { count: first.length - 1, of, first: Uint32Array.from(first), nodes };

  /** The next unvisited target of a node; targets still open lower its low link on the way. */
  function descend(node: number): number {
    const end = at(graph.first, node + 1);
    for (let edge = at(nextEdge, node); edge < end; edge++) {
      if ((at(graph.scopes, edge) & scopes) === 0) continue;
      const target = at(graph.target, edge);
      if (at(order, target) < 0) {
        nextEdge[node] = edge + 1;
        return target;
      }
      if (at(of, target) < 0) low[node] = Math.min(at(low, node), at(order, target));
    }
    nextEdge[node] = end;
    return -1;
  }

  function close(root: number): void {
    const component = first.length - 1;
    let node: number;
    do {
      node = at(open, --opened);
      of[node] = component;
      nodes[placed++] = node;
    } while (node !== root);
    first.push(placed);
  }
}
