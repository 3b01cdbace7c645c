/** One line of the checklist of steady state. */
import type { Outcome } from "../../check.ts";
import type { ProductContext } from "../../context/product-context.ts";

export interface SteadyStateItem {
  readonly id: string;
  readonly title: string;
  readonly mend: string;
  readonly run: (context: ProductContext) => Outcome;
}
