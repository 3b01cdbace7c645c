/** The product that somebody means. */
import type { Product, Snapshot } from "@freehold/model";
import { closest } from "../closest.ts";
import { Failure } from "../failure.ts";

/** By slug, id, name or alias. Throws a `Failure` with what was probably meant. */
export function findProduct({ products }: Snapshot, name: string): Product {
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
