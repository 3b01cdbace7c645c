/** Products of this organisation that a product uses although its charter lists others only. */
import type { Violation } from "@freehold/model";
import type { PortfolioGraph } from "../../build/build-graph.ts";
import { at } from "../../digraph.ts";
import { evidenceOf, usesOf } from "../../evidence.ts";
import { SHIPPED } from "../../scopes.ts";
import { dependencies } from "../dependencies.ts";
import { type IsLeftOut, NOTHING_LEFT_OUT, withoutLeftOut } from "./left-out.ts";
import { type BoundaryRules, isCalled, isWithin } from "./rules.ts";

export function mayUseViolations(
  graph: PortfolioGraph,
  rules: BoundaryRules,
  isLeftOut: IsLeftOut = NOTHING_LEFT_OUT,
): Violation[] {
  const whole = graph.productIndex.get(rules.product);
  const allowed = rules.mayUse;
  if (whole === undefined || allowed === undefined) return [];
  const found: Violation[] = [];
  for (const [index, product] of graph.products.entries()) {
    if (!isWithin(graph, index, whole)) continue;
    for (const { node, edge } of dependencies(graph.productGraph, index, SHIPPED)) {
      const used = graph.products[node];
      if (used === undefined || isWithin(graph, node, whole)) continue;
      const outer = graph.products[at(graph.rootOf, node)] ?? used;
      if (allowed.some((word) => isCalled(used, word) || isCalled(outer, word))) continue;
      const uses = withoutLeftOut(usesOf(graph, graph.productGraph, edge), "layer", isLeftOut);
      if (uses.length === 0) continue;
      found.push({
        rule: "layer",
        from: product.id,
        to: used.id,
        message: `${product.name} uses ${used.name}, which is not in the list of what it may use`,
        hint: `Remove the use, or add "${used.slug}" to mayUse in ${rules.path ?? "the charter"}`,
        evidence: evidenceOf(uses),
      });
    }
  }
  return found;
}
