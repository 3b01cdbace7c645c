/** One product with everything known about it, each claim with its evidence. */
import type { Product, ProductDetail, ProductRow, Provided, UnitRow } from "@freehold/model";
import type { ViewContext } from "./context.ts";
import { violationRow } from "./findings.ts";
import { dependenciesOf, dependentsOf, externalsOf } from "./links.ts";
import { ownerSummary, personRef, productRef } from "./refs.ts";

export function productDetail(context: ViewContext, product: Product, row: ProductRow): ProductDetail {
  const dependents = dependentsOf(context, product);
  return {
    product,
    row,
    parts: (context.partsOf.get(product.id) ?? []).map(productRef),
    units: unitRows(context, product),
    provides: provides(context, product),
    dependencies: dependenciesOf(context, product),
    externals: externalsOf(context, product),
    dependents,
    violations: (context.violationsOf.get(product.id) ?? []).map((violation) => violationRow(context, violation)),
    problems: [...(context.problemsOf.get(product.id) ?? [])],
    people: peopleOf(context, product),
    repositories: context.snapshot.repositories
      .filter(({ id }) => product.repositories.includes(id))
      .map(({ id, name, url, revision }) => ({
        id,
        name,
        ...(url === undefined ? {} : { url }),
        ...(revision === undefined ? {} : { revision }),
      })),
  };
}

function unitRows({ units }: ViewContext, product: Product): UnitRow[] {
  return product.units.flatMap((id) => {
    const unit = units.get(id);
    if (unit === undefined) return [];
    const { provides, consumes, interfaces, ownership, ...rest } = unit;
    const owner = ownership?.owner;
    return {
      ...rest,
      provides: provides.length,
      consumes: consumes.length,
      ...(interfaces === undefined
        ? {}
        : { elements: interfaces.reduce((sum, { elements }) => sum + elements.length, 0) }),
      ...(owner === undefined ? {} : { owner: ownerSummary(owner) }),
    };
  });
}

function provides(context: ViewContext, product: Product): Provided[] {
  const consumers = consumersByIdentifier(context, product);
  return product.units.flatMap((id) => {
    const unit = context.units.get(id);
    return (unit?.provides ?? []).map((provide) => ({
      ...provide,
      unit: { id, name: unit?.name ?? id },
      dependents: [...(consumers.get(provide.id)?.values() ?? [])],
    }));
  });
}

function consumersByIdentifier({ portfolio, products }: ViewContext, product: Product) {
  const consumers = new Map<string, Map<string, ReturnType<typeof productRef>>>();
  for (const edge of portfolio.dependents(product.id)) {
    const from = products.get(edge.from);
    if (from === undefined) continue;
    for (const { consume } of edge.uses) {
      const known = consumers.get(consume.id) ?? new Map<string, ReturnType<typeof productRef>>();
      consumers.set(consume.id, known.set(from.id, productRef(from)));
    }
  }
  return consumers;
}

function peopleOf({ people }: ViewContext, { ownership }: Product) {
  const refs = [...ownership.declared, ownership.owner, ownership.founder, ownership.steward];
  const ids = new Set([
    ...refs.flatMap((claim) => (claim?.value.kind === "person" ? [claim.value.id] : [])),
    ...ownership.ranked.map(({ person }) => person),
  ]);
  return [...ids].flatMap((id) => {
    const person = people.get(id);
    return person === undefined ? [] : [personRef(person)];
  });
}
