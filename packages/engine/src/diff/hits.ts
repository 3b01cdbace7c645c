/** Who is hit by changes of a unit's interface: by product, file and line. */
import type { Hit, Product, Snapshot, Unit } from "@freehold/model";
import { EVERY_SCOPE, type Portfolio } from "@freehold/portfolio";
import type { CompareAnswer } from "../interfaces/job.ts";
import { type ConsumerUse, usedInterface } from "../interfaces/used-interface.ts";

export interface Consumers {
  /** Users of an element, those that name nothing included. */
  hitsOf(element: string): Hit[];
}

const PLACES = 5;

/** Elements of both revisions count: what is removed may be in use still. */
export function consumersOf(unit: string, answer: CompareAnswer, snapshot: Snapshot, portfolio: Portfolio): Consumers {
  const units = new Map(snapshot.units.map((one) => [one.id, one]));
  const productOf = productsByUnit(snapshot.products);
  const interfaces = answer.kinds.map(({ kind, before, after }) => ({ kind, elements: [...before, ...after] }));
  const used = usedInterface(unit, interfaces, portfolio, EVERY_SCOPE);
  return {
    hitsOf: (element) => {
      const uses = [...(used.users.get(element) ?? []), ...used.whole];
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
