/** A snapshot prepared for the report of a scan: rows with figures, and the boundary of one product on demand. */
import type { ProductInterface, ProductRow, Snapshot } from "@freehold/model";
import { viewContext } from "./context.ts";
import { productInterface } from "./interface.ts";
import { productRows } from "./rows.ts";

export interface PortfolioView {
  readonly rows: readonly ProductRow[];
  /** What it promises beside what is used of it; by slug. */
  interfaceOf(slug: string): ProductInterface | undefined;
}

export function buildView(snapshot: Snapshot): PortfolioView {
  const context = viewContext(snapshot);
  return {
    rows: productRows(context),
    interfaceOf(slug) {
      const product = context.bySlug.get(slug);
      return product === undefined ? undefined : productInterface(context, product);
    },
  };
}
