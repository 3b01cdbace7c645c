/** Products as a table shows them: figures and references, no evidence. */
import type { Product, ProductRow } from "@freehold/model";
import { at, SHIPPED } from "@freehold/portfolio";
import type { ViewContext } from "./context.ts";
import { ownerSummary, productRef } from "./refs.ts";

/** One row a product, in the order of the snapshot. */
export function productRows(context: ViewContext): ProductRow[] {
  const { snapshot, portfolio } = context;
  const { productGraph } = portfolio.graph;
  const reach = portfolio.reachOfAll("products").counts;
  const dependents = new Uint32Array(productGraph.size);
  const dependencies = new Uint32Array(productGraph.size);
  for (let edge = 0; edge < productGraph.edges; edge++) {
    if ((at(productGraph.scopes, edge) & SHIPPED) === 0) continue;
    const source = at(productGraph.source, edge);
    const target = at(productGraph.target, edge);
    dependencies[source] = at(dependencies, source) + 1;
    dependents[target] = at(dependents, target) + 1;
  }
  const externals = externalCounts(context);
  return snapshot.products.map((product, index) => ({
    ...description(context, product),
    provides: provided(context, product),
    dependencies: at(dependencies, index),
    externals: externals[index] ?? 0,
    dependents: at(dependents, index),
    reach: reach.get(product.id) ?? 0,
    violations: context.violationsOf.get(product.id)?.length ?? 0,
    problems: context.problemsOf.get(product.id)?.length ?? 0,
  }));
}

function description({ products }: ViewContext, product: Product) {
  const { provenance, confidence, hidden, mission, ownership } = product;
  const parent = product.partOf === undefined ? undefined : products.get(product.partOf);
  return {
    ...productRef(product),
    provenance,
    confidence,
    ...(hidden === true ? { hidden } : {}),
    ...(parent === undefined ? {} : { partOf: productRef(parent) }),
    ...(mission === undefined ? {} : { mission: shortened(mission.value) }),
    repositories: product.repositories,
    ...(ownership.owner === undefined ? {} : { owner: ownerSummary(ownership.owner) }),
    ownerFindings: ownership.findings,
    units: product.units.length,
  };
}

/** A list needs the first words; the product's page has them all. */
function shortened(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 159).trimEnd()}…`;
}

function provided({ units }: ViewContext, product: Product): number {
  const identifiers = new Set<string>();
  for (const id of product.units) for (const provide of units.get(id)?.provides ?? []) identifiers.add(provide.id);
  return identifiers.size;
}

function externalCounts({ snapshot, portfolio }: ViewContext): number[] {
  const counts = snapshot.products.map(() => 0);
  for (const { products } of portfolio.externals())
    for (const index of products) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}
