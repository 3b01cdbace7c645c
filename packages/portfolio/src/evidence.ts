/** The evidence behind an edge: the consumes that make it, and the places where they were seen. */
import type { Consume, Evidence, Unit } from "@freehold/model";
import type { PortfolioGraph } from "./build/build-graph.ts";
import { at, type Digraph } from "./digraph.ts";

export interface Use {
  readonly consumer: Unit;
  readonly provider: Unit;
  readonly consume: Consume;
}

/** Every consume behind an edge of one of the graph's digraphs. */
export function usesOf(graph: PortfolioGraph, digraph: Digraph, edge: number): Use[] {
  const uses: Use[] = [];
  for (let i = at(digraph.firstLink, edge); i < at(digraph.firstLink, edge + 1); i++) {
    const use = useOf(graph, at(digraph.link, i));
    if (use !== undefined) uses.push(use);
  }
  return uses;
}

export function useOf(graph: PortfolioGraph, link: number): Use | undefined {
  const consumer = graph.units[at(graph.links.unit, link)];
  const provider = graph.units[at(graph.links.provider, link)];
  const consume = consumer?.consumes[at(graph.links.consume, link)];
  if (consumer === undefined || provider === undefined || consume === undefined) return undefined;
  return { consumer, provider, consume };
}

/** The first few places behind some uses, each with its repository; those that `chosen` accepts come first. */
export function evidenceOf(
  uses: readonly Use[],
  chosen: (item: Evidence) => boolean = () => false,
  limit = 5,
): Evidence[] {
  const all = uses.flatMap(({ consumer, consume }) =>
    consume.evidence.map((item) => ({ ...item, repository: item.repository ?? consumer.repository })),
  );
  return [...all.filter(chosen), ...all.filter((item) => !chosen(item))].slice(0, limit);
}
