/** Where what is declared and what is observed part, each line with what mends it. */
import type { Drift, StageResult } from "@freehold/model";
import type { ProductContext } from "../context/product-context.ts";
import { driftSubjects } from "./registry.ts";

export function driftOf(context: ProductContext, stage: StageResult): Drift[] {
  return driftSubjects.flatMap(({ id, lines }) =>
    lines(context, stage).map(({ evidence, ...line }) => ({
      subject: id,
      ...line,
      evidence: evidence.map((sight) => ({ rule: `drift.${id}`, ...sight })),
    })),
  );
}
