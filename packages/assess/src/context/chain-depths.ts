/** How many products stand below each other: the longest chain of dependencies, cycles counted once. */
import { at, components, type PortfolioGraph, SHIPPED } from "@freehold/portfolio";

/** By index of the product; 0 relies on nothing of the portfolio. O(products + edges). */
export function chainDepths({ productGraph: graph }: PortfolioGraph): Int32Array {
  const parts = components(graph, SHIPPED);
  const depths = new Int32Array(parts.count);
  // Components are numbered so that edges lead downwards: what is below has its depth already.
  for (let component = 0; component < parts.count; component++) {
    for (let place = at(parts.first, component); place < at(parts.first, component + 1); place++) {
      const node = at(parts.nodes, place);
      for (let edge = at(graph.first, node); edge < at(graph.first, node + 1); edge++) {
        const target = at(parts.of, at(graph.target, edge));
        if ((at(graph.scopes, edge) & SHIPPED) === 0 || target === component) continue;
        depths[component] = Math.max(depths[component] ?? 0, (depths[target] ?? 0) + 1);
      }
    }
  }
  return Int32Array.from({ length: graph.size }, (_, node) => depths[at(parts.of, node)] ?? 0);
}
