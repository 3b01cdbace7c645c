/** Who owns each unit and each product: asked of the history once, answered by files. */
import { createOwnership, type OwnershipFinder } from "@freehold/discover";
import type { Ownership, Product, Unit } from "@freehold/model";
import type { RepositoryReading } from "./repository-reading.ts";

export interface RepositoryOwnership {
  /** The unit with its owners. */
  ofUnit(unit: Unit): Unit;
  ofFiles(paths: readonly string[]): Ownership;
}

/** Answers for every unit at once, since whoever scans asks for all and may be waiting for parsers now. */
export function repositoryOwnership({
  tree,
  units,
  history,
  people,
  owners,
}: Pick<RepositoryReading, "tree" | "units" | "history" | "people" | "owners">): RepositoryOwnership {
  const paths = tree.files.map(({ path }) => path);
  const finder: OwnershipFinder = createOwnership({ paths, history, people, declared: owners });
  const filesOf = Map.groupBy(paths, (path) => units.unitOf(path));
  // Most products are one unit: the same files have the same owners.
  const answers = new Map<string, Ownership>();
  const ofFiles = (files: readonly string[]) => {
    const key = files.join("\0");
    const answer = answers.get(key) ?? finder.of(files);
    answers.set(key, answer);
    return answer;
  };
  const ofUnits = new Map(units.units.map(({ id }) => [id, ofFiles(filesOf.get(id) ?? [])]));
  return { ofUnit: (unit) => ({ ...unit, ownership: ofUnits.get(unit.id) ?? ofFiles([]) }), ofFiles };
}

/**
 * The files of each product in one repository, by id: a file belongs to the product with the deepest
 * folder above it, and to every product that this one is part of. O(files · depth).
 */
export function filesOfProducts(
  repository: string,
  paths: readonly string[],
  products: readonly Product[],
): ReadonlyMap<string, string[]> {
  const byId = new Map(products.map((product) => [product.id, product]));
  const byFolder = foldersOf(repository, products);
  const files = new Map<string, string[]>();
  for (const path of paths) {
    const seen = new Set<string>();
    for (let id = deepest(byFolder, path); id !== undefined && !seen.has(id); id = byId.get(id)?.partOf) {
      seen.add(id);
      const list = files.get(id);
      if (list === undefined) files.set(id, [path]);
      else list.push(path);
    }
  }
  return files;
}

function foldersOf(repository: string, products: readonly Product[]): ReadonlyMap<string, string> {
  const prefix = `${repository}:`;
  const byFolder = new Map<string, string>();
  for (const { id, paths } of products) {
    for (const path of paths.filter((one) => one.startsWith(prefix))) {
      const folder = path.slice(prefix.length);
      if (!byFolder.has(folder)) byFolder.set(folder, id);
    }
  }
  return byFolder;
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
