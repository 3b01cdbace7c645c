/** What comes from outside, by use: each identifier with who uses it and in which version ranges. */
import type { PortfolioGraph } from "../build/build-graph.ts";
import { at } from "../digraph.ts";
import { SHIPPED, type ScopeMask } from "../scopes.ts";

export interface ExternalUse {
  readonly id: string;
  /** Indexes of the units that use it, ascending. */
  readonly units: readonly number[];
  /** Indexes of their products, ascending. */
  readonly products: readonly number[];
  /** Each range that a manifest writes, with the number of units that do; more than one is drift. */
  readonly ranges: ReadonlyMap<string, number>;
}

/** Most used first. */
export function externalUses(graph: PortfolioGraph, scopes: ScopeMask = SHIPPED): ExternalUse[] {
  const { externals } = graph;
  const users = externals.identifiers.map(() => ({
    units: new Set<number>(),
    products: new Set<number>(),
    ranges: new Map<string, number>(),
  }));
  for (let i = 0; i < externals.count; i++) {
    const used = users[at(externals.identifier, i)];
    if (used === undefined || (at(externals.scopes, i) & scopes) === 0) continue;
    const unit = at(externals.unit, i);
    used.units.add(unit);
    const product = at(graph.productOf, unit);
    if (product >= 0) used.products.add(product);
    const range = graph.units[unit]?.consumes[at(externals.consume, i)]?.range;
    if (range !== undefined) used.ranges.set(range, (used.ranges.get(range) ?? 0) + 1);
  }
  const found: ExternalUse[] = [];
  for (const [place, used] of users.entries()) {
    const id = externals.identifiers[place];
    if (id === undefined || used.units.size === 0) continue;
    found.push({ id, units: ascending(used.units), products: ascending(used.products), ranges: used.ranges });
  }
  return found.sort((a, b) => b.units.length - a.units.length || (a.id < b.id ? -1 : 1));
}

function ascending(numbers: ReadonlySet<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}
