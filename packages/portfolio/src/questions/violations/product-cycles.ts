/** Products that depend on each other: none of them can be released, or understood, without the rest. */
import type { Violation } from "@freehold/model";
import { type PortfolioGraph, rootGraph } from "../../build/build-graph.ts";
import { at } from "../../digraph.ts";
import { evidenceOf, usesOf } from "../../evidence.ts";
import { cycles } from "../cycles.ts";
import { type IsLeftOut, NOTHING_LEFT_OUT, withoutLeftOut } from "./left-out.ts";

/** A tangle has hundreds of edges to cut; the weakest are where to begin. */
const CUTS_SHOWN = 20;

/** One violation for each edge that has to be cut, between outermost products; of many, the weakest. */
export function productCycles(graph: PortfolioGraph, isLeftOut: IsLeftOut = NOTHING_LEFT_OUT): Violation[] {
  const roots = rootGraph(graph);
  return cycles(roots).flatMap(({ nodes, cuts }) => {
    const names = nodes.flatMap((node) => graph.products[node]?.name ?? []);
    return cuts.slice(0, CUTS_SHOWN).flatMap((edge): Violation[] => {
      const from = graph.products[at(roots.source, edge)];
      const to = graph.products[at(roots.target, edge)];
      if (from === undefined || to === undefined) return [];
      const uses = withoutLeftOut(usesOf(graph, roots, edge), "cycle", isLeftOut);
      if (uses.length === 0) return [];
      return [
        {
          rule: "cycle",
          from: from.id,
          to: to.id,
          message: `${listOf(names)} depend on each other; ${from.name} → ${to.name} is a weakest link of it (${at(roots.weight, edge)} uses)`,
          hint: `Move what ${from.name} needs from ${to.name} into a product that both use, or turn the dependency around`,
          evidence: evidenceOf(uses),
        },
      ];
    });
  });
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(", ");
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
