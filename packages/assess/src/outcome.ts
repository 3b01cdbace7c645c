/** The four results of a check. Passed and failed need evidence; unknown and not applicable say why. */
import type { Outcome, Sight } from "./check.ts";

export interface Measure {
  readonly value?: number | string | boolean;
  readonly threshold?: number | string;
}

export function passed(detail: string, evidence: readonly Sight[], measure: Measure = {}): Outcome {
  return { result: "passed", detail, evidence, ...measure };
}

export function failed(detail: string, evidence: readonly Sight[], measure: Measure = {}): Outcome {
  return { result: "failed", detail, evidence, ...measure };
}

/** `detail` says what would have to be known. */
export function unknown(detail: string, evidence: readonly Sight[] = []): Outcome {
  return { result: "unknown", detail, evidence };
}

/** `detail` says why the question does not arise. */
export function notApplicable(detail: string, evidence: readonly Sight[] = []): Outcome {
  return { result: "not-applicable", detail, evidence };
}

/** Passed where a figure is at most, failed where it is above. */
export function atMost(value: number, threshold: number, detail: string, evidence: readonly Sight[]): Outcome {
  return (value <= threshold ? passed : failed)(detail, evidence, { value, threshold });
}

/** Passed where a figure is at least, failed where it is below. */
export function atLeast(value: number, threshold: number, detail: string, evidence: readonly Sight[]): Outcome {
  return (value >= threshold ? passed : failed)(detail, evidence, { value, threshold });
}
