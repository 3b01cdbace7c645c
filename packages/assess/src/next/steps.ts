/** Steps that mend several checks at once. Those with a draft are written by `freehold next --patch`. */
import type { NextStep } from "@freehold/model";
import { characteristics } from "../characteristics/registry.ts";

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly effort: NextStep["effort"];
  readonly draft: boolean;
}

const steps: readonly Step[] = [
  { id: "charter", title: "Write the charter, product.yaml, beside the product.", effort: "minutes", draft: false },
  { id: "readme", title: "Write what the README lacks.", effort: "hours", draft: false },
];

export function stepOf(id: string): Step | undefined {
  return steps.find((step) => step.id === id);
}

/** Of a check that is its own step. */
export function effortOf(id: string): NextStep["effort"] {
  for (const characteristic of characteristics) {
    const found = characteristic.checks.find(({ name }) => `${characteristic.id}/${name}` === id);
    if (found !== undefined) return found.effort;
  }
  return "hours";
}
