/** The changed elements of a comparison, each with everything that was found of it, its product and its unit. */
import type { Comparison, InterfaceChange, ProductDiff, UnitDiff } from "@freehold/model";

export interface ChangedElement {
  readonly key: string;
  readonly product: ProductDiff;
  readonly unit: UnitDiff;
  /** As its product calls it. */
  readonly name: string;
  /** The gravest of the findings. */
  readonly change: InterfaceChange;
  /** One or more, the gravest first. */
  readonly findings: readonly InterfaceChange[];
}

/** In the order of the comparison, which is by weight; one element may have changed in several ways. */
export function changedElements({ products }: Comparison): readonly ChangedElement[] {
  return products.flatMap((product) => product.units.flatMap((unit) => ofUnit(product, unit)));
}

function ofUnit(product: ProductDiff, unit: UnitDiff): ChangedElement[] {
  return [...Map.groupBy(unit.changes, ({ element }) => element)].flatMap(([element, findings]) => {
    const [change] = findings;
    if (change === undefined) return [];
    const name = (change.after ?? change.before)?.name ?? element;
    return { key: `${unit.unit} ${element}`, product, unit, name, change, findings };
  });
}

export function classOf({ waived, class: judged }: InterfaceChange): InterfaceChange["class"] | "waived" {
  return waived === undefined ? judged : "waived";
}
