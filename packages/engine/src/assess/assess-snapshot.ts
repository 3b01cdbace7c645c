/** Assesses the products of a snapshot: the use case behind `freehold assess`. */
import { assess, type CompiledStandard, shippedStandard } from "@freehold/assess";
import type { Assessment, Snapshot } from "@freehold/model";
import { findProduct } from "./find-product.ts";

export interface AssessRequest {
  /** Slug, id, name or alias of the one product to assess; default: every visible one. */
  readonly product?: string;
  /** Default: the standard that Freehold ships. */
  readonly standard?: CompiledStandard;
}

/** Throws a `Failure` when the product asked for is not in the snapshot. */
export function assessSnapshot(snapshot: Snapshot, request: AssessRequest = {}): Assessment {
  const standard = request.standard ?? shippedStandard();
  if (request.product === undefined) return assess(snapshot, standard);
  const product = findProduct(snapshot, request.product);
  return assess(snapshot, standard, { products: new Set([product.id]) });
}
