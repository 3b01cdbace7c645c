/**
 * Steady state, an axis of its own beside the stage: healthy and documented, so that it can be put down
 * and picked up by somebody new at any time. Reached when nothing on the list fails or is unknown.
 */
import type { SteadyState } from "@freehold/model";
import type { ProductContext } from "../context/product-context.ts";
import { steadyStateItems } from "./items/registry.ts";

export function steadyStateOf(context: ProductContext): SteadyState {
  const items = steadyStateItems.map(({ id, title, mend, run }) => {
    const { result, detail, evidence } = run(context);
    return {
      id,
      title,
      result,
      detail,
      evidence: evidence.map((sight) => ({ rule: `steady-state.${id}`, ...sight })),
      ...(result === "failed" || result === "unknown" ? { mend } : {}),
    };
  });
  const reached = items.every(({ result }) => result === "passed" || result === "not-applicable");
  return { reached, items };
}
