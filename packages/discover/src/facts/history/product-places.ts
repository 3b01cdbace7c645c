/** Which product of a repository a path belongs to, and which products contain which. */
import type { Product } from "@freehold/model";
import { folderOf, nearest } from "../../products/paths.ts";

export interface ProductPlaces {
  readonly products: readonly Product[];
  /** Index of the product with the deepest folder above a path; -1 for none. */
  productOf(path: string): number;
  /** The product and all that contain it, itself first. */
  readonly lines: readonly (readonly number[])[];
  /** Neither contains the other. */
  apart(a: number, b: number): boolean;
}

/** Products whose first repository this is. Hidden ones are part of another's folder and have no say. */
export function placeProducts(repository: string, all: readonly Product[]): ProductPlaces {
  const products = all.filter(({ repositories }) => repositories[0] === repository);
  const indexOf = new Map(products.map(({ id }, index) => [id, index]));
  const prefix = `${repository}:`;
  const byFolder = new Map<string, number>();
  for (const [index, { paths }] of products.entries()) {
    for (const path of paths) {
      const folder = path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
      if (folder !== undefined && !byFolder.has(folder)) byFolder.set(folder, index);
    }
  }
  const lines = products.map((_, index) => lineOf(products, indexOf, index));
  const sets = lines.map((line) => new Set(line));
  // A folder within another's is no neighbour, whether or not anybody declared the one a part of the other.
  for (const [folder, index] of byFolder) {
    for (let above = folder; above !== "";) {
      above = folderOf(above);
      const around = byFolder.get(above);
      if (around !== undefined) sets[index]?.add(around);
    }
  }
  return {
    products,
    productOf: (path) => (byFolder.has(path) ? byFolder.get(path) : nearest(byFolder, folderOf(path))) ?? -1,
    lines,
    apart: (a, b) => sets[a]?.has(b) !== true && sets[b]?.has(a) !== true,
  };
}

function lineOf(products: readonly Product[], indexOf: ReadonlyMap<string, number>, start: number): number[] {
  const line: number[] = [];
  for (let at: number | undefined = start; at !== undefined && !line.includes(at);) {
    line.push(at);
    const whole: string | undefined = products[at]?.partOf;
    at = whole === undefined ? undefined : indexOf.get(whole);
  }
  return line;
}
