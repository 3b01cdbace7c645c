/** Products that depend on each other: none of them can be released, or understood, without the rest. */
import type { Violation } from "@freehold/model";
import { type PortfolioGraph, rootGraph } from "../../build/build-graph.ts";
import { at, type Digraph } from "../../digraph.ts";
import { evidenceOf, usesOf } from "../../evidence.ts";
import { cycles } from "../cycles.ts";
import { type IsLeftOut, NOTHING_LEFT_OUT, withoutLeftOut } from "./left-out.ts";

/** A tangle has hundreds of edges to cut; the weakest are where to begin. */
const CUTS_SHOWN = 20;
const NAMES_SHOWN = 6;
const LINKS_SHOWN = 3;

/**
 * Between outermost products, one violation for each product that has to let go of others; of a tangle, those with
 * the weakest links.
 */
export function productCycles(graph: PortfolioGraph, isLeftOut: IsLeftOut = NOTHING_LEFT_OUT): Violation[] {
  const roots = rootGraph(graph);
  return cycles(roots).flatMap(({ nodes, cuts }) => {
    const names = nodes.flatMap((node) => graph.products[node]?.name ?? []);
    const bySource = Map.groupBy(cuts.slice(0, CUTS_SHOWN), (edge) => at(roots.source, edge));
    return [...bySource.values()].flatMap((edges): Violation[] => {
      const links = edges.flatMap((edge) => linkOf(graph, roots, edge, isLeftOut));
      const [weakest] = links;
      if (weakest === undefined) return [];
      const { from, to } = weakest;
      const closing = links.map((link) => `${link.to.name} (${counted(link.uses)})`);
      return [
        {
          rule: "cycle",
          from: from.id,
          to: to.id,
          message: `${listOf(names, NAMES_SHOWN)} depend on each other; ${from.name} closes the circle by what it uses of ${listOf(closing, LINKS_SHOWN)}`,
          hint: `Move what ${from.name} needs from ${to.name} into a product that both use, or turn the dependency around`,
          evidence: links.flatMap(({ evidence }) => evidence.slice(0, links.length > 1 ? 1 : undefined)),
        },
      ];
    });
  });
}

function linkOf(graph: PortfolioGraph, roots: Digraph, edge: number, isLeftOut: IsLeftOut) {
  const from = graph.products[at(roots.source, edge)];
  const to = graph.products[at(roots.target, edge)];
  const uses = withoutLeftOut(usesOf(graph, roots, edge), "cycle", isLeftOut);
  if (from === undefined || to === undefined || uses.length === 0) return [];
  return [
    { from, to, uses: at(roots.weight, edge), evidence: evidenceOf(uses, ({ rule }) => rule.endsWith(".import")) },
  ];
}

function counted(uses: number): string {
  return uses === 1 ? "1 use" : `${uses} uses`;
}

function listOf(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
