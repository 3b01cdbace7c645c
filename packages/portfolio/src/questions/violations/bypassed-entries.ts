/** Imports that reach into another product past the entries it declares. */
import type { Evidence, Violation } from "@freehold/model";
import type { PortfolioGraph } from "../../build/build-graph.ts";
import { at } from "../../digraph.ts";
import { enclosesPrivately } from "./enclosing.ts";
import { evidenceOf, useOf, type Use } from "../../evidence.ts";
import { type IsLeftOut, NOTHING_LEFT_OUT, withoutLeftOut } from "./left-out.ts";

export function bypassedEntries(graph: PortfolioGraph, isLeftOut: IsLeftOut = NOTHING_LEFT_OUT): Violation[] {
  const byPair = new Map<string, { from: number; to: number; uses: Use[] }>();
  for (let link = 0; link < graph.links.count; link++) {
    const use = useOf(graph, link);
    if (use === undefined || use.consume.bypass !== true || enclosesPrivately(use.provider, use.consumer)) continue;
    const from = at(graph.productOf, at(graph.links.unit, link));
    const to = at(graph.productOf, at(graph.links.provider, link));
    if (from < 0 || to < 0 || boundaryOf(graph, from) === boundaryOf(graph, to)) continue;
    const left = withoutLeftOut([use], "entry-bypassed", isLeftOut);
    if (!left.some(({ consume }) => consume === use.consume || consume.evidence.some(isBypass))) continue;
    const key = `${from} ${to}`;
    const known = byPair.get(key);
    if (known === undefined) byPair.set(key, { from, to, uses: left });
    else known.uses.push(...left);
  }
  return [...byPair.values()].flatMap(({ from, to, uses }): Violation[] => {
    const consumer = graph.products[from];
    const provider = graph.products[to];
    if (consumer === undefined || provider === undefined) return [];
    const evidence = evidenceOf(uses, isBypass);
    const written = evidence.find((place) => isBypass(place) && place.detail !== undefined)?.detail;
    const inside = [...new Set(uses.map((use) => use.provider.name))].sort().join(", ");
    return [
      {
        rule: "entry-bypassed",
        from: consumer.id,
        to: provider.id,
        message: `${consumer.name} imports files inside ${inside} that ${provider.name} does not declare as entries${written === undefined ? "" : `, such as ${written}`}`,
        hint: `Import what ${provider.name} declares, or ask its owner to declare an entry for this`,
        evidence,
      },
    ];
  });
}

function isBypass({ rule }: Evidence): boolean {
  return rule.endsWith(".bypass");
}

/** A component without a charter has no boundary of its own: it is inside that of its product. */
function boundaryOf(graph: PortfolioGraph, product: number): number {
  const seen = new Set<number>();
  let current = product;
  while (!seen.has(current)) {
    seen.add(current);
    const { kind, charter, partOf } = graph.products[current] ?? {};
    const whole = partOf === undefined ? undefined : graph.productIndex.get(partOf);
    if (kind !== "component" || charter !== undefined || whole === undefined) return current;
    current = whole;
  }
  return current;
}
