/** What a product relies on and who relies on it, each with the places where that can be seen. */
import type { Consume, ExternalLink, Product, ProductLink, Unit, Use } from "@freehold/model";
import { type Edge, EVERY_SCOPE } from "@freehold/portfolio";
import type { ViewContext } from "./context.ts";
import { productRef } from "./refs.ts";

/** Uses shown of one link; a product may use another in thousands of places. */
const USES_SHOWN = 40;

const SHIPPED_SCOPES: ReadonlySet<string> = new Set(["runtime", "peer", "optional", "build"]);

export function dependenciesOf(context: ViewContext, product: Product): ProductLink[] {
  return links(context, context.portfolio.dependencies(product.id, EVERY_SCOPE), (edge) => edge.to);
}

export function dependentsOf(context: ViewContext, product: Product): ProductLink[] {
  return links(context, context.portfolio.dependents(product.id, EVERY_SCOPE), (edge) => edge.from);
}

/** Everything consumed that no unit of the portfolio provides, most used first. */
export function externalsOf({ units, portfolio }: ViewContext, product: Product): ExternalLink[] {
  const { providers } = portfolio.graph;
  const found = new Map<string, Use[]>();
  for (const id of product.units) {
    const unit = units.get(id);
    for (const consume of unit?.consumes ?? []) {
      if (unit === undefined || providers.has(consume.id)) continue;
      const uses = found.get(consume.id);
      if (uses === undefined) found.set(consume.id, [useBy(unit, consume)]);
      else uses.push(useBy(unit, consume));
    }
  }
  return [...found]
    .map(([identifier, uses]) => ({ identifier, ...shown(uses) }))
    .sort((a, b) => b.total - a.total || (a.identifier < b.identifier ? -1 : 1));
}

function links({ products }: ViewContext, edges: readonly Edge[], other: (edge: Edge) => string): ProductLink[] {
  const found = edges.flatMap((edge) => {
    const product = products.get(other(edge));
    if (product === undefined) return [];
    const uses = edge.uses.map(({ consumer, consume }) => useBy(consumer, consume));
    return {
      product: productRef(product),
      ...shown(uses),
      development: !edge.scopes.some((scope) => SHIPPED_SCOPES.has(scope)),
    };
  });
  return found.sort(
    (a, b) =>
      Number(a.development) - Number(b.development) || b.total - a.total || (a.product.name < b.product.name ? -1 : 1),
  );
}

function shown(uses: readonly Use[]) {
  return {
    uses: uses.slice(0, USES_SHOWN),
    total: uses.length,
    development: uses.every((use) => !SHIPPED_SCOPES.has(use.scope)),
  };
}

function useBy(unit: Unit, consume: Consume): Use {
  return { ...consume, evidence: located(consume, unit), unit: { id: unit.id, name: unit.name } };
}

/** Evidence of a consume is in the repository of its unit; on the page of another product that must be said. */
function located(consume: Consume, unit: Unit): Consume["evidence"] {
  return consume.evidence.map((item) => ({ ...item, repository: item.repository ?? unit.repository }));
}
