/** Changes as the list shows them: by product, then by unit. */
import type { ProductDiff, UnitDiff } from "@freehold/model";
import type { ChangedElement } from "./change.ts";

export type ChangeRow =
  | { readonly type: "product"; readonly key: string; readonly product: ProductDiff }
  | { readonly type: "unit"; readonly key: string; readonly unit: UnitDiff }
  | { readonly type: "change"; readonly key: string; readonly element: ChangedElement };

export function rowsOf(elements: readonly ChangedElement[]): readonly ChangeRow[] {
  return [...Map.groupBy(elements, ({ product }) => product)].flatMap(([product, ofProduct]) => [
    { type: "product" as const, key: product.product.id, product },
    ...[...Map.groupBy(ofProduct, ({ unit }) => unit)].flatMap(([unit, ofUnit]) => [
      { type: "unit" as const, key: `unit ${unit.unit}`, unit },
      ...ofUnit.map((element) => ({ type: "change" as const, key: element.key, element })),
    ]),
  ]);
}

/** Products without a change, yet with a version that says less than it must: they have rows of no filter. */
export function silentRows(products: readonly ProductDiff[]): readonly ChangeRow[] {
  return products
    .filter(({ units }) => units.every(({ changes }) => changes.length === 0))
    .flatMap((product) => [
      { type: "product" as const, key: product.product.id, product },
      ...product.units.map((unit) => ({ type: "unit" as const, key: `unit ${unit.unit}`, unit })),
    ]);
}
