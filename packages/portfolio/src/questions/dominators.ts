/**
 * Dominators: the one node through which everything passes that comes to a node. A unit dominated by
 * another is reached by nobody but through it, and so is a part of it.
 *
 * Cooper, Harvey and Kennedy, "A simple, fast dominance algorithm" (2001), with a virtual root above
 * every node that nobody consumes, and above the whole of a cycle that nobody outside consumes.
 */
import { at, type Digraph } from "../digraph.ts";
import { SHIPPED, type ScopeMask } from "../scopes.ts";
import { components } from "./components.ts";

/** The virtual root: nothing but "the world" dominates the node. */
export const WORLD = -1;

/**
 * The immediate dominator of each node, or `WORLD`. `entered` says which nodes the world reaches by
 * itself besides those without consumers: published units, say.
 */
export function dominators(
  graph: Digraph,
  entered: (node: number) => boolean = () => false,
  scopes: ScopeMask = SHIPPED,
): Int32Array {
  const isRoot = rootsOf(graph, entered, scopes);
  const order = reversePostorder(graph, isRoot, scopes);
  const rank = new Int32Array(graph.size);
  for (let i = 0; i < order.length; i++) rank[at(order, i)] = i;

  const unknown = -2;
  const dominator = new Int32Array(graph.size).fill(unknown);
  for (let changed = true; changed;) {
    changed = false;
    for (const node of order) {
      const found = isRoot[node] === 1 ? WORLD : meetOfConsumers(node);
      if (at(dominator, node) === found) continue;
      dominator[node] = found;
      changed = true;
    }
  }
  return dominator;

  function meetOfConsumers(node: number): number {
    let meet = unknown;
    for (let i = at(graph.firstIn, node); i < at(graph.firstIn, node + 1); i++) {
      const edge = at(graph.incoming, i);
      const consumer = at(graph.source, edge);
      if ((at(graph.scopes, edge) & scopes) === 0 || at(dominator, consumer) === unknown) continue;
      meet = meet === unknown ? consumer : intersect(meet, consumer);
    }
    return meet;
  }

  function intersect(a: number, b: number): number {
    let left = a;
    let right = b;
    while (left !== right) {
      if (left === WORLD || right === WORLD) return WORLD;
      if (at(rank, left) > at(rank, right)) left = at(dominator, left);
      else right = at(dominator, right);
    }
    return left;
  }
}

/** Nodes below the world: those entered, and all of a component that no other component consumes. */
function rootsOf(graph: Digraph, entered: (node: number) => boolean, scopes: ScopeMask): Uint8Array {
  const parts = components(graph, scopes);
  const consumed = new Uint8Array(parts.count);
  for (let edge = 0; edge < graph.edges; edge++) {
    if ((at(graph.scopes, edge) & scopes) === 0) continue;
    const target = at(parts.of, at(graph.target, edge));
    if (at(parts.of, at(graph.source, edge)) !== target) consumed[target] = 1;
  }
  return Uint8Array.from({ length: graph.size }, (_, node) =>
    consumed[at(parts.of, node)] === 0 || entered(node) ? 1 : 0,
  );
}

function reversePostorder(graph: Digraph, isRoot: Uint8Array, scopes: ScopeMask): Uint32Array {
  const order = new Uint32Array(graph.size);
  const seen = new Uint8Array(graph.size);
  const nextEdge = graph.first.slice(0, graph.size);
  const stack: number[] = [];
  let place = graph.size;
  for (let root = graph.size - 1; root >= 0; root--) {
    if (isRoot[root] === 0 || seen[root] === 1) continue;
    seen[root] = 1;
    stack.push(root);
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const child = nextUnseen(node);
      if (child < 0) {
        order[--place] = node;
        stack.pop();
      } else {
        seen[child] = 1;
        stack.push(child);
      }
    }
  }
  return order;

  function nextUnseen(node: number): number {
    for (let edge = at(nextEdge, node); edge < at(graph.first, node + 1); edge++) {
      const target = at(graph.target, edge);
      if ((at(graph.scopes, edge) & scopes) === 0 || seen[target] === 1) continue;
      nextEdge[node] = edge + 1;
      return target;
    }
    nextEdge[node] = at(graph.first, node + 1);
    return -1;
  }
}
