/**
 * The hairball measure (D8): how many parties must be heard before a product can change. Parties are
 * the owners of the product, of what it uses, and of what uses it; a neighbour without an owner is a
 * party of its own, since someone has to be found.
 */
import type { Product } from "@freehold/model";
import type { PortfolioGraph } from "../build/build-graph.ts";
import { SHIPPED, type ScopeMask } from "../scopes.ts";
import { dependencies } from "./dependencies.ts";
import { dependents } from "./dependents.ts";

export interface Hairball {
  readonly product: number;
  /** Owners by name, unowned neighbours as `unowned:<slug>`; sorted. */
  readonly parties: readonly string[];
  readonly dependencies: number;
  readonly dependents: number;
}

/** Every product, the one with most parties first. */
export function hairball(graph: PortfolioGraph, scopes: ScopeMask = SHIPPED): Hairball[] {
  const measured = graph.products.map((product, index): Hairball => {
    const below = dependencies(graph.productGraph, index, scopes);
    const above = dependents(graph.productGraph, index, scopes);
    const parties = new Set(partiesOf(product));
    for (const { node } of [...below, ...above]) {
      const neighbour = graph.products[node];
      if (neighbour !== undefined) for (const party of partiesOf(neighbour)) parties.add(party);
    }
    return { product: index, parties: [...parties].sort(), dependencies: below.length, dependents: above.length };
  });
  return measured.sort((a, b) => b.parties.length - a.parties.length || a.product - b.product);
}

function partiesOf(product: Product): string[] {
  const { declared, owner } = product.ownership;
  if (declared.length > 0) return declared.map((claim) => claim.value.id);
  return owner === undefined ? [`unowned:${product.slug}`] : [owner.value.id];
}
