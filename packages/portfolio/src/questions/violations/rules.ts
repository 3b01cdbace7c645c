/** What charters demand of the graph, as far as this package looks at it. */
import type { Charter, Product, Unit } from "@freehold/model";
import type { PortfolioGraph } from "../../build/build-graph.ts";

export interface BoundaryRules {
  /** Id of the product whose charter says it. */
  readonly product: string;
  /** Path of the charter, and its repository, for the evidence. */
  readonly path?: string;
  readonly repository?: string;
  readonly mayUse?: Charter["mayUse"];
  readonly layers?: Charter["layers"];
  readonly visibility?: Charter["visibility"];
}

/** Whether a charter's word for a product means this one: its slug, name, id or an alias. */
export function isCalled(product: Product, word: string): boolean {
  return (
    word === product.slug ||
    word === product.id ||
    word.toLowerCase() === product.name.toLowerCase() ||
    product.aliases.includes(word)
  );
}

/** Whether a charter's word for a part means this unit: its name, the last part of it, or its folder. */
export function isNamed(unit: Unit, word: string): boolean {
  return (
    word === unit.name ||
    word === unit.path ||
    word === unit.name.slice(unit.name.lastIndexOf("/") + 1) ||
    word === unit.path.slice(unit.path.lastIndexOf("/") + 1)
  );
}

/** Whether a product is, or is a part of, another. */
export function isWithin(graph: PortfolioGraph, product: number, outer: number): boolean {
  const seen = new Set<number>();
  let current: number | undefined = product;
  while (current !== undefined && current >= 0 && !seen.has(current)) {
    if (current === outer) return true;
    seen.add(current);
    const parent: string | undefined = graph.products[current]?.partOf;
    current = parent === undefined ? undefined : graph.productIndex.get(parent);
  }
  return false;
}
