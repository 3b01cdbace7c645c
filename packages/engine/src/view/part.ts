/**
 * One product of a larger portfolio, read from a snapshot that holds it and what touches it. Figures over the
 * whole portfolio (its row) are the caller's: a part does not know them.
 */
import type { ProductDetail, ProductInterface, ProductRow, Snapshot } from "@freehold/model";
import { viewContext } from "./context.ts";
import { productDetail } from "./detail.ts";
import { productInterface } from "./interface.ts";

export interface PartView {
  /** By id; undefined where the snapshot does not hold it. */
  detail(id: string, row: ProductRow): ProductDetail | undefined;
  /** What it promises beside what is used of it; by id. */
  interfaceOf(id: string): ProductInterface | undefined;
}

export function viewPart(snapshot: Snapshot): PartView {
  const context = viewContext(snapshot);
  return {
    detail(id, row) {
      const product = context.products.get(id);
      return product === undefined ? undefined : productDetail(context, product, row);
    },
    interfaceOf(id) {
      const product = context.products.get(id);
      return product === undefined ? undefined : productInterface(context, product);
    },
  };
}
