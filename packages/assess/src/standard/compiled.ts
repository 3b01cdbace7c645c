/** A standard that was understood: every check with its weight, thresholds and applicability. */
import type { Exemption, ProductKind, Stage } from "@freehold/model";
import type { Check } from "../check.ts";
import type { Expression } from "./expression.ts";

export interface CompiledCheck {
  /** `<characteristic>/<name>` */
  readonly id: string;
  readonly check: Check;
  readonly weight: number;
  readonly thresholds: ReadonlyMap<string, number>;
  readonly kinds: ReadonlySet<ProductKind>;
  readonly from: Stage | undefined;
  readonly until: Stage | undefined;
  readonly when: Expression | undefined;
}

export interface CompiledCharacteristic {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly checks: readonly CompiledCheck[];
}

export interface CompiledStandard {
  readonly name: string;
  readonly version: string;
  readonly characteristics: readonly CompiledCharacteristic[];
  readonly exemptions: readonly Exemption[];
  /** From this share of checks that make no sense on, a product is suggested to be something else. */
  readonly makesNoSense: { readonly component: number; readonly process: number };
  /** Where it was written, for the evidence of exemptions. */
  readonly path: string;
}

export const STAGES: readonly Stage[] = [
  "idea",
  "proof-of-concept",
  "alpha",
  "beta",
  "stable",
  "mature",
  "revenue",
  "obsolete",
];
