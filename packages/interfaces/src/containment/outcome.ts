/**
 * What the search for a value of a formula found: values, the proof that there are none, or neither.
 * `complete` means that `values` are all there are, so an empty complete outcome is that proof.
 */
import type { Json } from "../kind.ts";
import { canonical } from "./json.ts";

export interface Outcome {
  readonly values: readonly Json[];
  readonly complete: boolean;
  /** Why it is not known, where there are no values and no proof. */
  readonly reason?: string;
  /** The outermost goal that was taken to be empty while it was still being worked on; Infinity: none. */
  readonly assumed: number;
}

export const EMPTY: Outcome = { values: [], complete: true, assumed: Infinity };

export function unknown(reason: string): Outcome {
  return { values: [], complete: false, reason, assumed: Infinity };
}

export function found(values: readonly Json[], complete: boolean): Outcome {
  return { values, complete, assumed: Infinity };
}

export function isEmpty(outcome: Outcome): boolean {
  return outcome.complete && outcome.values.length === 0;
}

/** Any of several ways to a value. */
export function either(outcomes: readonly Outcome[]): Outcome {
  const values = new Map<string, Json>();
  let complete = true;
  let assumed = Infinity;
  let reason: string | undefined;
  for (const outcome of outcomes) {
    for (const value of outcome.values) values.set(canonical(value), value);
    complete &&= outcome.complete;
    assumed = Math.min(assumed, outcome.assumed);
    reason ??= outcome.reason;
  }
  return { values: [...values.values()], complete, assumed, ...(reason === undefined ? {} : { reason }) };
}
