/** Products that their charter keeps to itself (`visibility`), used from outside all the same. */
import type { Product, Violation } from "@freehold/model";
import type { PortfolioGraph } from "../../build/build-graph.ts";
import { evidenceOf, usesOf } from "../../evidence.ts";
import { EVERY_SCOPE } from "../../scopes.ts";
import { dependents } from "../dependents.ts";
import { type IsLeftOut, NOTHING_LEFT_OUT, withoutLeftOut } from "./left-out.ts";
import { type BoundaryRules, isWithin } from "./rules.ts";

/**
 * `private`: only the product that it is a part of may use it, or itself where it is none; `internal`: only
 * products of the same organisation, the owner of the repository, as far as repositories have one. Tests
 * count: they break with it as well.
 */
export function privateUses(
  graph: PortfolioGraph,
  rules: BoundaryRules,
  isLeftOut: IsLeftOut = NOTHING_LEFT_OUT,
): Violation[] {
  const kept = graph.productIndex.get(rules.product);
  if (kept === undefined || rules.visibility === undefined || rules.visibility === "public") return [];
  const found: Violation[] = [];
  for (const [index, provider] of graph.products.entries()) {
    if (!isWithin(graph, index, kept)) continue;
    for (const { node, edge } of dependents(graph.productGraph, index, EVERY_SCOPE)) {
      const consumer = graph.products[node];
      if (consumer === undefined || mayUse(graph, rules.visibility, kept, node)) continue;
      const uses = withoutLeftOut(usesOf(graph, graph.productGraph, edge), "private-used", isLeftOut);
      if (uses.length > 0) found.push(violation(consumer, provider, rules, evidenceOf(uses, isImport)));
    }
  }
  return found;
}

function mayUse(
  graph: PortfolioGraph,
  visibility: BoundaryRules["visibility"],
  kept: number,
  consumer: number,
): boolean {
  if (visibility === "internal") return organisationOf(graph, kept) === organisationOf(graph, consumer);
  const parent = graph.products[kept]?.partOf;
  const whole = parent === undefined ? undefined : graph.productIndex.get(parent);
  return isWithin(graph, consumer, whole ?? kept);
}

/** `host/owner` of `host/owner/name`; a repository without a remote is taken to be of the same. */
function organisationOf(graph: PortfolioGraph, product: number): string | undefined {
  const parts = graph.products[product]?.repositories[0]?.split("/") ?? [];
  return parts.length < 3 ? undefined : parts.slice(0, -1).join("/");
}

/** The line that uses it is what has to change; that a manifest allows it comes after. */
function isImport({ rule }: Violation["evidence"][number]): boolean {
  return rule.endsWith(".import") || rule.endsWith(".bypass");
}

function violation(
  consumer: Product,
  provider: Product,
  { visibility, path }: BoundaryRules,
  evidence: Violation["evidence"],
): Violation {
  return {
    rule: "private-used",
    from: consumer.id,
    to: provider.id,
    message: `${consumer.name} uses ${provider.name}, which is ${visibility === "private" ? "private" : "internal to its organisation"}`,
    hint: `Use what ${provider.name}'s product offers instead, or ask its owner to change \`visibility\` in ${path ?? "its charter"}`,
    evidence,
  };
}
