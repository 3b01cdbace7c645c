/**
 * The questions to the graph, in one place. Those about nodes take a digraph (of units or of products)
 * and numbers; this facade takes ids, of units or products alike, and answers with evidence.
 */
import type { Problem, Product, Unit, Violation } from "@freehold/model";
import { buildGraph, type GraphInput, type PortfolioGraph } from "./build/build-graph.ts";
import { at, type Digraph, edgeBetween } from "./digraph.ts";
import { type Use, usesOf } from "./evidence.ts";
import { cycles } from "./questions/cycles.ts";
import { dependencies } from "./questions/dependencies.ts";
import { dependents } from "./questions/dependents.ts";
import { dominators } from "./questions/dominators.ts";
import { duplicateProviders } from "./questions/duplicate-providers.ts";
import { type ExternalUse, externalUses } from "./questions/external-uses.ts";
import { hairball } from "./questions/hairball.ts";
import { neighbourhood, type NeighbourhoodOptions } from "./questions/neighbourhood.ts";
import { path } from "./questions/path.ts";
import { reachOfAll } from "./questions/reach-of-all.ts";
import { reach } from "./questions/reach.ts";
import type { IsLeftOut } from "./questions/violations/left-out.ts";
import type { BoundaryRules } from "./questions/violations/rules.ts";
import { violations } from "./questions/violations/violations.ts";
import { SHIPPED, scopesOf, type ScopeMask } from "./scopes.ts";

export type Level = "units" | "products";

/** One dependency between two units or two products. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly scopes: readonly string[];
  readonly weight: number;
  readonly uses: readonly Use[];
}

export interface Portfolio {
  readonly graph: PortfolioGraph;
  edges(level: Level, scopes?: ScopeMask): Edge[];
  edge(from: string, to: string): Edge | undefined;
  dependents(id: string, scopes?: ScopeMask): Edge[];
  dependencies(id: string, scopes?: ScopeMask): Edge[];
  /** Transitive dependents, nearest first. */
  reach(id: string, scopes?: ScopeMask): { readonly id: string; readonly distance: number }[];
  /** The number of transitive dependents of everything. */
  reachOfAll(
    level: Level,
    scopes?: ScopeMask,
  ): { readonly counts: ReadonlyMap<string, number>; readonly exact: boolean };
  cycles(level: Level, scopes?: ScopeMask): { readonly members: readonly string[]; readonly cuts: readonly Edge[] }[];
  /** The chain by which one comes to depend on another; undefined when it does not. */
  path(from: string, to: string, scopes?: ScopeMask): Edge[] | undefined;
  neighbourhood(
    id: string,
    options?: NeighbourhoodOptions,
  ): {
    readonly nodes: readonly { readonly id: string; readonly distance: number }[];
    readonly edges: readonly Edge[];
    readonly truncated: boolean;
  };
  /** What everything passes through that comes to a node; undefined where the world comes directly. */
  dominators(level: Level, scopes?: ScopeMask): ReadonlyMap<string, string | undefined>;
  externals(scopes?: ScopeMask): ExternalUse[];
  /** `isLeftOut`: places that a comment lets pass. */
  violations(rules?: readonly BoundaryRules[], isLeftOut?: IsLeftOut): Violation[];
  /** Parties to consult before a change, by product, most first. */
  hairball(scopes?: ScopeMask): {
    readonly product: string;
    readonly parties: readonly string[];
    readonly dependencies: number;
    readonly dependents: number;
  }[];
  duplicates(): Problem[];
}

/** Builds the graph of a snapshot and answers questions to it. An id that is not there has no neighbours. */
export function openPortfolio(input: GraphInput): Portfolio {
  const graph = buildGraph(input);
  const levels = {
    units: { digraph: graph.unitGraph, items: graph.units },
    products: { digraph: graph.productGraph, items: graph.products },
  };
  return {
    graph,
    edges(level, scopes = SHIPPED) {
      const { digraph } = levels[level];
      const all = Array.from({ length: digraph.edges }, (_, edge) => edge);
      return all
        .filter((edge) => (at(digraph.scopes, edge) & scopes) !== 0)
        .map((edge) => present(levels[level], edge));
    },
    edge(from, to) {
      const start = locate(from);
      const end = locate(to);
      if (start === undefined || end === undefined || start.digraph !== end.digraph) return undefined;
      const found = edgeBetween(start.digraph, start.node, end.node);
      return found < 0 ? undefined : present(start, found);
    },
    dependents(id, scopes) {
      const place = locate(id);
      return place === undefined
        ? []
        : dependents(place.digraph, place.node, scopes).map(({ edge }) => present(place, edge));
    },
    dependencies(id, scopes) {
      const place = locate(id);
      return place === undefined
        ? []
        : dependencies(place.digraph, place.node, scopes).map(({ edge }) => present(place, edge));
    },
    reach(id, scopes) {
      const place = locate(id);
      if (place === undefined) return [];
      return reach(place.digraph, place.node, scopes).map(({ node, distance }) => ({
        id: idOf(place.items, node),
        distance,
      }));
    },
    reachOfAll(level, scopes) {
      const { digraph, items } = levels[level];
      const { counts, exact } = reachOfAll(digraph, scopes);
      return { counts: new Map(items.map(({ id }, node) => [id, at(counts, node)])), exact };
    },
    cycles(level, scopes) {
      const { digraph, items } = levels[level];
      return cycles(digraph, scopes).map(({ nodes, cuts }) => ({
        members: nodes.map((node) => idOf(items, node)),
        cuts: cuts.map((edge) => present(levels[level], edge)),
      }));
    },
    path(from, to, scopes) {
      const start = locate(from);
      const end = locate(to);
      if (start === undefined || end === undefined || start.digraph !== end.digraph) return undefined;
      return path(start.digraph, start.node, end.node, scopes)?.map((edge) => present(start, edge));
    },
    neighbourhood(id, options) {
      const place = locate(id);
      if (place === undefined) return { nodes: [], edges: [], truncated: false };
      const { nodes, edges, truncated } = neighbourhood(place.digraph, place.node, options);
      return {
        nodes: nodes.map(({ node, distance }) => ({ id: idOf(place.items, node), distance })),
        edges: edges.map((edge) => present(place, edge)),
        truncated,
      };
    },
    dominators(level, scopes) {
      const { digraph, items } = levels[level];
      const found = dominators(digraph, undefined, scopes);
      return new Map(items.map(({ id }, node) => [id, items[at(found, node)]?.id]));
    },
    externals: (scopes) => externalUses(graph, scopes),
    violations: (rules, isLeftOut) => violations(graph, rules, isLeftOut),
    hairball: (scopes) =>
      hairball(graph, scopes).map(({ product, ...measure }) => ({
        product: idOf(graph.products, product),
        ...measure,
      })),
    duplicates: () => duplicateProviders(graph),
  };

  function locate(id: string): Place | undefined {
    const product = graph.productIndex.get(id);
    if (product !== undefined) return { ...levels.products, node: product };
    const unit = graph.unitIndex.get(id);
    return unit === undefined ? undefined : { ...levels.units, node: unit };
  }

  function present({ digraph, items }: Side, edge: number): Edge {
    return {
      from: idOf(items, at(digraph.source, edge)),
      to: idOf(items, at(digraph.target, edge)),
      scopes: scopesOf(at(digraph.scopes, edge)),
      weight: at(digraph.weight, edge),
      uses: usesOf(graph, digraph, edge),
    };
  }
}

interface Side {
  readonly digraph: Digraph;
  readonly items: readonly (Unit | Product)[];
}

interface Place extends Side {
  readonly node: number;
}

function idOf(items: readonly (Unit | Product)[], node: number): string {
  return items[node]?.id ?? "";
}
