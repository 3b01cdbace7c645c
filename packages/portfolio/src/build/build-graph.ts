/**
 * The join of provides and consumes over all units, products and repositories. Built once and never
 * changed: questions (`questions/`) only read it.
 */
import type { Product, Unit } from "@freehold/model";
import type { Digraph, Links } from "../digraph.ts";
import { type ExternalLinks, joinConsumes } from "./links.ts";
import { indexProviders, type Providers } from "./providers.ts";
import { quotient } from "./quotient.ts";

/** What the graph is made from; a snapshot fits. */
export interface GraphInput {
  readonly units: readonly Unit[];
  readonly products: readonly Product[];
}

export interface PortfolioGraph {
  readonly units: readonly Unit[];
  readonly products: readonly Product[];
  readonly unitIndex: ReadonlyMap<string, number>;
  readonly productIndex: ReadonlyMap<string, number>;
  /** The product of a unit, -1 for none. */
  readonly productOf: Int32Array;
  /** The outermost product that a product is part of; itself where it is part of none. */
  readonly rootOf: Int32Array;
  readonly providers: Providers;
  readonly links: Links;
  readonly externals: ExternalLinks;
  readonly unitGraph: Digraph;
  /** Every product and component a node of its own. */
  readonly productGraph: Digraph;
}

/** Consumes to edges. A unit that two products claim belongs to the first. */
export function buildGraph({ units, products }: GraphInput): PortfolioGraph {
  const unitIndex = indexById(units);
  const productIndex = indexById(products);
  const providers = indexProviders(units);
  const { links, externals } = joinConsumes(units, providers);
  const productOf = assignUnits(units.length, products, unitIndex);
  const unitGraph = quotient(links, Int32Array.from(units.keys()), units.length);
  const productGraph = quotient(links, productOf, products.length);
  const rootOf = outermost(products, productIndex);
  return {
    units,
    products,
    unitIndex,
    productIndex,
    productOf,
    rootOf,
    providers,
    links,
    externals,
    unitGraph,
    productGraph,
  };
}

/** The graph of outermost products: a component is its product. */
export function rootGraph(graph: PortfolioGraph): Digraph {
  const groupOf = graph.productOf.map((product) => (product < 0 ? -1 : (graph.rootOf[product] ?? -1)));
  return quotient(graph.links, groupOf, graph.products.length);
}

function indexById(items: readonly { readonly id: string }[]): Map<string, number> {
  const index = new Map<string, number>();
  for (const [place, item] of items.entries()) if (!index.has(item.id)) index.set(item.id, place);
  return index;
}

function assignUnits(count: number, products: readonly Product[], unitIndex: ReadonlyMap<string, number>): Int32Array {
  const productOf = new Int32Array(count).fill(-1);
  for (const [product, { units }] of products.entries()) {
    for (const id of units) {
      const unit = unitIndex.get(id);
      if (unit !== undefined && productOf[unit] === -1) productOf[unit] = product;
    }
  }
  return productOf;
}

/** Follows `partOf` upwards; of parts in a circle the first stands for all. */
function outermost(products: readonly Product[], productIndex: ReadonlyMap<string, number>): Int32Array {
  const parentOf = products.map(({ partOf }) => (partOf === undefined ? undefined : productIndex.get(partOf)));
  return Int32Array.from(products, (_, start) => {
    const seen: number[] = [];
    let current: number | undefined = start;
    while (current !== undefined && !seen.includes(current)) {
      seen.push(current);
      current = parentOf[current];
    }
    if (current === undefined) return seen.at(-1) ?? start;
    return Math.min(...seen.slice(seen.indexOf(current)));
  });
}
