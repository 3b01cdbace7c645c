/** One thing that a file says of a product and that can be looked at: one file each, listed in `registry.ts`. */
import type { Drift, StageResult } from "@freehold/model";
import type { Sight } from "../check.ts";
import type { ProductContext } from "../context/product-context.ts";

export interface DriftLine extends Omit<Drift, "subject" | "evidence"> {
  /** Evidence that is passed on keeps the rule that saw it. */
  readonly evidence: readonly (Sight & { readonly rule?: string })[];
}

export interface DriftSubject {
  readonly id: string;
  /** Nothing where the two agree, where nothing is declared, and where it can't be seen. */
  readonly lines: (context: ProductContext, stage: StageResult) => readonly DriftLine[];
}
