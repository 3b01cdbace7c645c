/** Assesses the products of a snapshot: the use case behind `freehold assess`. */
import { assess, type CompiledStandard, shippedStandard } from "@freehold/assess";
import type { Assessment, Product, Snapshot } from "@freehold/model";
import { closest } from "../closest.ts";
import { Failure } from "../failure.ts";

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

function findProduct({ products }: Snapshot, name: string): Product {
  const lower = name.toLowerCase();
  const found =
    products.find(({ slug, id }) => slug === name || id === name) ??
    products.find((product) => product.name.toLowerCase() === lower || product.aliases.includes(name));
  if (found !== undefined) return found;
  const near = closest(
    name,
    products.map(({ slug }) => slug),
  );
  throw new Failure(
    "assess/unknown-product",
    `there is no product \`${name}\` in what was scanned`,
    near === undefined ? "List them: freehold scan" : `Did you mean \`${near}\`?`,
  );
}
