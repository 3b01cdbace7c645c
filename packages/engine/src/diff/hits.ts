/** Who is hit by changes of a unit's interface: by product, file and line. */
import type { Hit, Product, Unit } from "@freehold/model";
import { EVERY_SCOPE, type Portfolio } from "@freehold/portfolio";
import type { CompareAnswer } from "../interfaces/job.ts";
import { ownerOf, spread } from "../interfaces/touched.ts";
import { type ConsumerUse, usedInterface } from "../interfaces/used-interface.ts";

export interface Consumers {
  /** Users of an element or of what is made of it, those that name nothing included. */
  hitsOf(element: string): Hit[];
}

const PLACES = 5;

/** Elements of both revisions count: what is removed may be in use still. */
export function consumersOf(
  unit: string,
  answer: Pick<CompareAnswer, "kinds">,
  { units: all, products }: { readonly units: readonly Unit[]; readonly products: readonly Product[] },
  portfolio: Portfolio,
): Consumers {
  const units = new Map(all.map((one) => [one.id, one]));
  const productOf = productsByUnit(products);
  const interfaces = answer.kinds.map(({ kind, before, after }) => ({ kind, elements: [...before, ...after] }));
  const used = usedInterface(unit, interfaces, portfolio, EVERY_SCOPE);
  const elements = interfaces.flatMap((one) => one.elements);
  return {
    hitsOf: (element) => {
      const touched = spread([element, ownerOf(element)], elements);
      const uses = new Set([...[...touched].flatMap((id) => used.users.get(id) ?? []), ...used.whole]);
      return [...Map.groupBy(uses, ({ unit: consumer }) => consumer)].flatMap(([consumer, list]) =>
        hitOf(units.get(consumer), productOf.get(consumer), list),
      );
    },
  };
}

function hitOf(consumer: Unit | undefined, product: Product | undefined, uses: readonly ConsumerUse[]): Hit[] {
  if (consumer === undefined) return [];
  const places = new Map(uses.flatMap(placesOf).map((place) => [`${place.path}:${place.line ?? ""}`, place]));
  return [
    {
      product: product?.slug ?? consumer.name,
      unit: consumer.id,
      symbols: [...new Set(uses.flatMap(({ use }) => (use === undefined ? [] : [use.symbol])))],
      uses: uses.reduce((sum, { use, consume }) => sum + (use?.uses ?? consume.uses ?? 1), 0),
      places: [...places.values()].slice(0, PLACES).map((place) => ({ ...place, repository: consumer.repository })),
    },
  ];
}

function placesOf({ use, consume }: ConsumerUse): { readonly path: string; readonly line?: number }[] {
  if (use !== undefined) return use.places;
  return consume.evidence.flatMap(({ path, line }) =>
    path === undefined ? [] : [{ path, ...(line === undefined ? {} : { line }) }],
  );
}

export function productsByUnit(products: readonly Product[]): ReadonlyMap<string, Product> {
  return new Map(products.flatMap((product) => product.units.map((unit) => [unit, product] as const)));
}
