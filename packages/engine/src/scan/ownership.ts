/** Who owns each unit and each product: asked of the history once, answered by files. */
import { createOwnership, type OwnershipFinder } from "@freehold/discover";
import type { Ownership, Product, Unit } from "@freehold/model";
import type { RepositoryReading } from "./repository-reading.ts";

export interface RepositoryOwnership {
  /** The unit with its owners. */
  ofUnit(unit: Unit): Unit;
  ofFiles(paths: readonly string[]): Ownership;
}

export function repositoryOwnership(reading: RepositoryReading): RepositoryOwnership {
  const { tree, units, history, people, declared } = reading;
  const paths = tree.files.map(({ path }) => path);
  const finder: OwnershipFinder = createOwnership({ paths, history, people, declared });
  const filesOf = Map.groupBy(paths, (path) => units.unitOf(path));
  return {
    ofUnit: (unit) => ({ ...unit, ownership: finder.of(filesOf.get(unit.id) ?? []) }),
    ofFiles: (files) => finder.of(files),
  };
}

/**
 * The files of each product in one repository, by id: a file belongs to the product with the deepest
 * folder above it. O(files · depth).
 */
export function filesOfProducts(
  repository: string,
  paths: readonly string[],
  products: readonly Product[],
): ReadonlyMap<string, string[]> {
  const prefix = `${repository}:`;
  const byFolder = new Map<string, string>();
  for (const product of products) {
    for (const path of product.paths) {
      if (path.startsWith(prefix) && !byFolder.has(path.slice(prefix.length))) byFolder.set(path.slice(prefix.length), product.id);
    }
  }
  const files = new Map<string, string[]>();
  for (const path of paths) {
    const product = deepest(byFolder, path);
    if (product === undefined) continue;
    const list = files.get(product);
    if (list === undefined) files.set(product, [path]);
    else list.push(path);
  }
  return files;
}

function deepest(byFolder: ReadonlyMap<string, string>, path: string): string | undefined {
  for (let folder = path; folder !== "";) {
    const own = byFolder.get(folder);
    if (own !== undefined) return own;
    const slash = folder.lastIndexOf("/");
    folder = slash < 0 ? "" : folder.slice(0, slash);
  }
  return byFolder.get("");
}
