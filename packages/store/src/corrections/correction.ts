/** What people can say about a product that no snapshot changes again. */
import type { OwnerRef, ProductKind, Stage } from "@freehold/model";

/** `product`, `into`: any name of a product. */
export type Correction =
  | { readonly kind: "accept"; readonly product: string }
  | { readonly kind: "dismiss"; readonly product: string }
  | { readonly kind: "rename"; readonly product: string; readonly name?: string; readonly slug?: string }
  | {
      readonly kind: "edit";
      readonly product: string;
      readonly mission?: string;
      readonly stage?: Stage;
      readonly productKind?: ProductKind;
    }
  /** `expires`: the date (2027-01-31) on which it is asked again. */
  | { readonly kind: "claim"; readonly product: string; readonly owner: OwnerRef; readonly expires?: string }
  | { readonly kind: "merge"; readonly product: string; readonly into: string }
  /** Ids of the units that become a product of their own. */
  | { readonly kind: "split"; readonly product: string; readonly name: string; readonly units: readonly string[] };

/** A correction as it is kept: products by their keys. */
export type Payload =
  | { readonly kind: "accept" | "dismiss" }
  | { readonly kind: "rename"; readonly name?: string; readonly slug?: string }
  | { readonly kind: "edit"; readonly mission?: string; readonly stage?: Stage; readonly productKind?: ProductKind }
  | { readonly kind: "claim"; readonly owner: OwnerRef; readonly expires?: string }
  | { readonly kind: "merge"; readonly into: number }
  | { readonly kind: "split"; readonly made: number; readonly units: readonly string[] };

export interface StoredCorrection {
  readonly key: number;
  readonly product: number;
  readonly payload: Payload;
}
