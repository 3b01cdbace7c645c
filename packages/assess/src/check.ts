/**
 * What a check is. One check, one file: what it looks at, how to mend it, and `run`, which answers with
 * evidence. Weight, thresholds and applicability are the standard's (`standard/freehold.yaml`).
 */
import type { CheckResult, Evidence, NextStep } from "@freehold/model";
import type { ProductContext } from "./context/product-context.ts";

export interface Check {
  /** Its name within the characteristic; `<characteristic>/<name>` is its id everywhere else. */
  readonly name: string;
  /** What is true of a product that passes, as a sentence. */
  readonly title: string;
  /** What it looks at, for the documentation. */
  readonly looksAt: string;
  /** What to do when it fails, so that it passes once it is done. */
  readonly mend: string;
  /** Where the rule comes from: a publication, a standard, or a measurement of ours. */
  readonly source: string;
  /** Its thresholds by name, each with its meaning and where its value comes from. */
  readonly thresholds?: Readonly<Record<string, string>>;
  /** How much work mending usually is. */
  readonly effort: NextStep["effort"];
  /** Id of the next step that mends it, where there is one with a draft. */
  readonly step?: string;
  /** Pure. Never throws for anything that a snapshot may hold. */
  readonly run: (context: CheckContext) => Outcome;
}

export interface CheckContext extends ProductContext {
  /** A threshold of this check as the standard in force sets it. */
  readonly threshold: (name: string) => number;
}

/** Evidence before the runner says which check saw it. */
export type Sight = Omit<Evidence, "rule">;

export interface Outcome {
  readonly result: CheckResult;
  /** What was found, in one sentence, with the figures. */
  readonly detail: string;
  readonly evidence: readonly Sight[];
  readonly value?: number | string | boolean;
  readonly threshold?: number | string;
}

/** A characteristic of a product (D1–D9 of the doctrine) with its checks. */
export interface Characteristic {
  readonly id: string;
  readonly title: string;
  readonly checks: readonly Check[];
}
