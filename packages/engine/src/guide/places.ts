/** To which product a path belongs: the one with the deepest folder above it, hidden candidates included. */
import type { Product } from "@freehold/model";

interface Placed {
  /** Absent: no product owns the place. */
  readonly product?: Product;
  /** The folder of the product, or of the place that no product owns. */
  readonly folder: string;
}

export type PlaceOf = (repository: string, path: string) => Placed;

/** Folders of work that no product owns are told apart this deep. */
const DEPTH = 2;

export function placesOf(products: readonly Product[]): PlaceOf {
  const byFolder = new Map<string, Product>();
  for (const product of products) {
    for (const path of product.paths) if (!byFolder.has(path)) byFolder.set(path, product);
  }
  const known = new Map<string, Placed>();
  return (repository, path) => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const key = `${repository}:${folder}`;
    const placed = known.get(key) ?? deepest(byFolder, repository, folder);
    known.set(key, placed);
    return placed;
  };
}

function deepest(byFolder: ReadonlyMap<string, Product>, repository: string, from: string): Placed {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")))) {
    const product = byFolder.get(`${repository}:${folder}`);
    if (product !== undefined) return { product, folder };
    if (folder === "") return { folder: from.split("/").slice(0, DEPTH).join("/") };
  }
}
