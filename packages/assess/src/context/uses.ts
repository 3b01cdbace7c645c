/** Where other products use what a product's units provide. */
import type { Consume, Product, Unit } from "@freehold/model";

export interface UseOfIt {
  readonly by: Product;
  readonly unit: Unit;
  readonly consume: Consume;
  /** The unit of this product that provides it. */
  readonly provider: Unit;
}

/** O(consumes of the units of its dependents). */
export function usesOf(
  product: string,
  units: readonly Unit[],
  dependents: readonly Product[],
  byId: ReadonlyMap<string, Unit>,
): UseOfIt[] {
  const providers = new Map(units.flatMap((unit) => unit.provides.map(({ id }) => [id, unit] as const)));
  return dependents.flatMap((by) =>
    by.id === product
      ? []
      : by.units.flatMap((id) => {
          const unit = byId.get(id);
          return (unit?.consumes ?? []).flatMap((consume) => {
            const provider = providers.get(consume.id);
            return unit === undefined || provider === undefined ? [] : [{ by, unit, consume, provider }];
          });
        }),
  );
}
