/** Parts of a product that depend upwards or sideways, where its charter puts them in rows. */
import type { Violation } from "@freehold/model";
import type { PortfolioGraph } from "../../build/build-graph.ts";
import { at } from "../../digraph.ts";
import { evidenceOf, useOf, type Use } from "../../evidence.ts";
import { SHIPPED } from "../../scopes.ts";
import { type IsLeftOut, NOTHING_LEFT_OUT, withoutLeftOut } from "./left-out.ts";
import { type BoundaryRules, isCalled, isNamed, isWithin } from "./rules.ts";

interface Part {
  readonly name: string;
  readonly row: number;
}

export function layerViolations(
  graph: PortfolioGraph,
  rules: BoundaryRules,
  isLeftOut: IsLeftOut = NOTHING_LEFT_OUT,
): Violation[] {
  const whole = graph.productIndex.get(rules.product);
  if (whole === undefined || rules.layers === undefined) return [];
  const parts = graph.units.map((_, unit) => partOf(graph, rules.layers ?? [], whole, unit));
  const uses = new Map<string, { from: Part; to: Part; fromUnit: number; toUnit: number; uses: Use[] }>();
  for (let link = 0; link < graph.links.count; link++) {
    const fromUnit = at(graph.links.unit, link);
    const toUnit = at(graph.links.provider, link);
    const from = parts[fromUnit];
    const to = parts[toUnit];
    if ((at(graph.links.scopes, link) & SHIPPED) === 0 || from === undefined || to === undefined) continue;
    const use = useOf(graph, link);
    if (from.name === to.name || to.row < from.row || use === undefined) continue;
    const left = withoutLeftOut([use], "layer", isLeftOut);
    if (left.length === 0) continue;
    const key = `${from.row}/${from.name} ${to.row}/${to.name}`;
    const known = uses.get(key);
    if (known === undefined) uses.set(key, { from, to, fromUnit, toUnit, uses: left });
    else known.uses.push(...left);
  }
  return [...uses.values()].map(({ from, to, fromUnit, toUnit, uses: found }) => ({
    rule: "layer",
    from: graph.products[at(graph.productOf, fromUnit)]?.id ?? rules.product,
    to: graph.products[at(graph.productOf, toUnit)]?.id ?? rules.product,
    message: `${from.name} uses ${to.name}, which is in ${from.row === to.row ? "the same" : "a later"} row of the layers`,
    hint: `Remove the use, or move ${to.name} to an earlier row in ${rules.path ?? "the charter"}`,
    evidence: evidenceOf(found),
  }));
}

/** A word of the layers means a product inside this one before it means a unit. */
function partOf(
  graph: PortfolioGraph,
  layers: readonly (readonly string[])[],
  whole: number,
  unit: number,
): Part | undefined {
  const productIndex = at(graph.productOf, unit);
  const product = graph.products[productIndex];
  const subject = graph.units[unit];
  if (product === undefined || subject === undefined || !isWithin(graph, productIndex, whole)) return undefined;
  const find = (matches: (word: string) => boolean): Part | undefined => {
    for (const [row, words] of layers.entries()) {
      const name = words.find(matches);
      if (name !== undefined) return { name, row };
    }
    return undefined;
  };
  const asProduct = productIndex === whole ? undefined : find((word) => isCalled(product, word));
  return asProduct ?? find((word) => isNamed(subject, word));
}
