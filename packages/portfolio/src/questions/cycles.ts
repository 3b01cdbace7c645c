/**
 * Cycles: which nodes depend on each other, and which few edges to cut so that they no longer do.
 *
 * The least set of cuts is NP-hard. The order of Eades, Lin and Smyth ("A fast and effective heuristic
 * for the feedback arc set problem", 1993), weighted, gives a small one; a second pass puts back every
 * cut that turns out to be unnecessary, strongest first, so that none of the remaining can be spared.
 * In a tangle where that would take more than `SPARING_WORK` steps, the first pass has to do.
 */
import { at, type Digraph } from "../digraph.ts";
import { SHIPPED, type ScopeMask } from "../scopes.ts";
import { components, type Components } from "./components.ts";

const SPARING_WORK = 2e7;

export interface Cycle {
  readonly nodes: readonly number[];
  /** Edges without which there is no cycle left, weakest first. */
  readonly cuts: readonly number[];
}

/** The cycles of the graph, largest first. */
export function cycles(graph: Digraph, scopes: ScopeMask = SHIPPED): Cycle[] {
  const parts = components(graph, scopes);
  const found: Cycle[] = [];
  for (let part = 0; part < parts.count; part++) {
    if (at(parts.first, part + 1) - at(parts.first, part) < 2) continue;
    const nodes = [...parts.nodes.subarray(at(parts.first, part), at(parts.first, part + 1))].sort((a, b) => a - b);
    found.push({ nodes, cuts: weakestCuts(graph, edgesInside(graph, scopes, parts, part), nodes) });
  }
  return found.sort((a, b) => b.nodes.length - a.nodes.length || (a.nodes[0] ?? 0) - (b.nodes[0] ?? 0));
}

function edgesInside(graph: Digraph, scopes: ScopeMask, parts: Components, part: number): number[] {
  const inside: number[] = [];
  for (let i = at(parts.first, part); i < at(parts.first, part + 1); i++) {
    const node = at(parts.nodes, i);
    for (let edge = at(graph.first, node); edge < at(graph.first, node + 1); edge++) {
      if ((at(graph.scopes, edge) & scopes) !== 0 && at(parts.of, at(graph.target, edge)) === part) inside.push(edge);
    }
  }
  return inside;
}

function weakestCuts(graph: Digraph, edges: readonly number[], nodes: readonly number[]): number[] {
  const position = arrange(graph, edges, nodes);
  const kept = new Map<number, number[]>(nodes.map((node) => [node, []]));
  const cuts: number[] = [];
  for (const edge of edges) {
    const source = at(graph.source, edge);
    const target = at(graph.target, edge);
    if ((position.get(source) ?? 0) < (position.get(target) ?? 0)) kept.get(source)?.push(target);
    else cuts.push(edge);
  }
  cuts.sort((a, b) => at(graph.weight, b) - at(graph.weight, a) || a - b);
  if (cuts.length * edges.length > SPARING_WORK) return cuts.reverse();
  const needed = cuts.filter((edge) => {
    const source = at(graph.source, edge);
    if (leadsTo(kept, at(graph.target, edge), source)) return true;
    kept.get(source)?.push(at(graph.target, edge));
    return false;
  });
  return needed.reverse();
}

/** Places sinks last, sources first, and of the rest the node first whose outgoing weight exceeds its incoming most. */
function arrange(graph: Digraph, edges: readonly number[], nodes: readonly number[]): Map<number, number> {
  const surplus = new Map<number, number>(nodes.map((node) => [node, 0]));
  const touching = new Map<number, number[]>(nodes.map((node) => [node, []]));
  const degree = new Map<number, { in: number; out: number }>(nodes.map((node) => [node, { in: 0, out: 0 }]));
  for (const edge of edges) count(edge, 1);
  for (const edge of edges) {
    touching.get(at(graph.source, edge))?.push(edge);
    touching.get(at(graph.target, edge))?.push(edge);
  }
  const left = new Set(nodes);
  const front: number[] = [];
  const back: number[] = [];
  while (left.size > 0) {
    const node = choose();
    left.delete(node);
    if ((degree.get(node)?.out ?? 0) === 0) back.push(node);
    else front.push(node);
    for (const edge of touching.get(node) ?? []) {
      const other = at(graph.source, edge) === node ? at(graph.target, edge) : at(graph.source, edge);
      if (left.has(other)) count(edge, -1);
    }
  }
  return new Map([...front, ...back.reverse()].map((node, place) => [node, place]));

  function choose(): number {
    let best = -1;
    for (const node of left) {
      const { in: incoming = 0, out: outgoing = 0 } = degree.get(node) ?? {};
      if (incoming === 0 || outgoing === 0) return node;
      if (best < 0 || (surplus.get(node) ?? 0) > (surplus.get(best) ?? 0)) best = node;
    }
    return best;
  }

  function count(edge: number, sign: 1 | -1): void {
    const source = at(graph.source, edge);
    const target = at(graph.target, edge);
    const weight = sign * at(graph.weight, edge);
    surplus.set(source, (surplus.get(source) ?? 0) + weight);
    surplus.set(target, (surplus.get(target) ?? 0) - weight);
    const from = degree.get(source);
    const to = degree.get(target);
    if (from !== undefined) from.out += sign;
    if (to !== undefined) to.in += sign;
  }
}

function leadsTo(targets: ReadonlyMap<number, readonly number[]>, from: number, to: number): boolean {
  const seen = new Set([from]);
  const stack = [from];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === to) return true;
    for (const target of targets.get(node) ?? []) {
      if (seen.has(target)) continue;
      seen.add(target);
      stack.push(target);
    }
  }
  return false;
}
