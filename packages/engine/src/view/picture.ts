/**
 * The dependency picture: all products while they fit, else the neighbourhood of one, else those that
 * most others rely on. What was chosen is said, since a picture that leaves out silently misleads.
 */
import type { GraphEdge, GraphNode, GraphResource, ProductRow } from "@freehold/model";
import { at, type Digraph, scopeMask } from "@freehold/portfolio";
import type { ViewContext } from "./context.ts";

export interface PictureOptions {
  /** Slug of the product to stand in the middle. */
  readonly focus?: string | undefined;
  readonly depth?: number | undefined;
  readonly limit?: number | undefined;
}

const TRIAL = scopeMask(["development", "test"]);

/** Undefined when there is no product of the slug to focus on. */
export function pictureOf(
  context: ViewContext,
  rows: readonly ProductRow[],
  options: PictureOptions,
): GraphResource | undefined {
  const { productGraph, productIndex } = context.portfolio.graph;
  const chosen = choose(context, rows, options);
  if (chosen === undefined) return undefined;
  const { ids, shown } = chosen;
  const nodes = ids.flatMap((id) => productIndex.get(id) ?? []);
  return {
    nodes: nodes.flatMap((index) => {
      const row = rows[index];
      return row === undefined ? [] : [node(row)];
    }),
    edges: edgesAmong(context, productGraph, nodes),
    total: rows.length,
    shown,
  };
}

function choose(context: ViewContext, rows: readonly ProductRow[], { focus, depth = 1, limit = 300 }: PictureOptions) {
  if (focus !== undefined) {
    const product = context.bySlug.get(focus);
    if (product === undefined) return undefined;
    const { nodes } = context.portfolio.neighbourhood(product.id, { depth, limit });
    return { ids: nodes.map(({ id }) => id), shown: "neighbourhood" as const };
  }
  if (rows.length <= limit) return { ids: rows.map(({ id }) => id), shown: "all" as const };
  const connected = rows.filter(({ dependents, dependencies }) => dependents + dependencies > 0);
  if (connected.length <= limit) return { ids: connected.map(({ id }) => id), shown: "connected" as const };
  const most = connected.toSorted((a, b) => b.reach - a.reach || b.dependents - a.dependents).slice(0, limit);
  return { ids: most.map(({ id }) => id), shown: "most-relied-on" as const };
}

function node({
  id,
  slug,
  name,
  kind,
  owner,
  repositories,
  reach,
  dependents,
  dependencies,
  violations,
}: ProductRow): GraphNode {
  const [repository] = repositories;
  return {
    id,
    slug,
    name,
    kind,
    reach,
    dependents,
    dependencies,
    violations,
    ...(owner === undefined ? {} : { owner: owner.name }),
    ...(repository === undefined ? {} : { repository }),
  };
}

function edgesAmong({ snapshot }: ViewContext, graph: Digraph, nodes: readonly number[]): GraphEdge[] {
  const inside = new Set(nodes);
  const broken = new Set(snapshot.violations.map(({ from, to }) => `${from}\n${to ?? ""}`));
  const edges: GraphEdge[] = [];
  for (const source of nodes) {
    for (let edge = at(graph.first, source); edge < at(graph.first, source + 1); edge++) {
      const from = snapshot.products[source];
      const to = snapshot.products[at(graph.target, edge)];
      if (from === undefined || to === undefined || !inside.has(at(graph.target, edge))) continue;
      edges.push({
        from: from.slug,
        to: to.slug,
        uses: at(graph.weight, edge),
        development: (at(graph.scopes, edge) & ~TRIAL) === 0,
        violation: broken.has(`${from.id}\n${to.id}`),
      });
    }
  }
  return edges;
}
