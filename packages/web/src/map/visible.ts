/** What of a picture is drawn, and the neighbours of each product for the list beside it. */
import type { GraphEdge, GraphNode, GraphResource } from "@freehold/model";
import type { MapSearch } from "./map-search.ts";

export interface Picture {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Products that stand alone in it; listed and not drawn. */
  readonly alone: readonly GraphNode[];
}

export function pictureOf({ nodes, edges }: GraphResource, { scope, focus }: MapSearch): Picture {
  const shown = scope === "all" ? edges : edges.filter(({ development }) => !development);
  const connected = new Set(shown.flatMap(({ from, to }) => [from, to]));
  if (focus !== undefined) connected.add(focus);
  return {
    nodes: nodes.filter(({ slug }) => connected.has(slug)),
    edges: shown,
    alone: nodes.filter(({ slug }) => !connected.has(slug)),
  };
}

export interface Neighbours {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

export function neighboursOf(edges: readonly GraphEdge[], slug: string): Neighbours {
  return {
    above: edges.filter(({ to }) => to === slug).map(({ from }) => from),
    below: edges.filter(({ from }) => from === slug).map(({ to }) => to),
  };
}

/** Says which part of the portfolio is shown, where it is not all. */
export function caption(resource: GraphResource, drawn: number): string {
  const { shown, total, nodes } = resource;
  if (shown === "neighbourhood") return `${drawn} of ${total} products: the surroundings of one`;
  if (shown === "most-relied-on")
    return `The ${nodes.length} of ${total} products that most others rely on. Choose one to see its surroundings`;
  if (shown === "connected") return `${drawn} of ${total} products: those that rely on another or are relied on`;
  return drawn === total ? `All ${total} products` : `${drawn} of ${total} products; the others stand alone`;
}
