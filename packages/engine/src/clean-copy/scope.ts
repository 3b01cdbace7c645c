/** What of a repository goes into the copy, for each folder of a product that a package manager looks after. */
import type { Product, Snapshot, Unit } from "@freehold/model";
import type { FileTree, TreeFile } from "@freehold/repository";
import { isBelow, type Manager } from "./managers/manager.ts";
import { managers } from "./managers/registry.ts";

export interface CopyScope {
  readonly folder: string;
  readonly manager: Manager;
  readonly neighbours: readonly string[];
  readonly files: readonly TreeFile[];
}

/** Each installs and builds on its own, which takes minutes. */
const MOST_FOLDERS = 3;

/**
 * The product's folders, the folders of what its manifests declare to need of the same repository, directly or through
 * others, and what the manager needs around them. Nothing else: what reaches further is not there, and fails.
 */
export function scopesOf(snapshot: Snapshot, product: Product, tree: FileTree): CopyScope[] {
  const [home = ""] = product.repositories;
  const units = snapshot.units.filter(({ repository, role }) => repository === home && role === "source");
  const own = new Set(product.units);
  const folders = product.paths
    .filter((path) => path.startsWith(`${home}:`))
    .map((path) => path.slice(home.length + 1));
  const has = (path: string) => tree.get(path) !== undefined;
  const paths = tree.files.map(({ path }) => path);
  return managedFolders(
    folders,
    units.filter(({ id }) => own.has(id)),
    has,
  ).map(({ folder, manager }) => {
    const begun = units.filter(({ path }) => isBelow(path, folder));
    const neighbours = neighboursOf(begun, units).filter((path) => !isBelow(path, folder));
    const around = new Set(manager.around(folder, paths));
    const inside = [folder, ...neighbours];
    const files = tree.files.filter(({ path }) => around.has(path) || inside.some((one) => isBelow(path, one)));
    return { folder, manager, neighbours, files };
  });
}

/** Its own folders where they have a manifest, else the units in them that lie highest. */
function managedFolders(folders: readonly string[], units: readonly Unit[], has: (path: string) => boolean) {
  const candidates = [...new Set([...folders, ...units.map(({ path }) => path)])];
  const managed = candidates.flatMap((folder) => {
    const manager = managers.find((one) => one.manages(folder, has));
    return manager === undefined ? [] : [{ folder, manager }];
  });
  const highest = managed.filter(
    ({ folder }) => !managed.some((other) => other.folder !== folder && isBelow(folder, other.folder)),
  );
  return highest.slice(0, MOST_FOLDERS);
}

/** Folders of the units that these declare to need, transitively, those that others need first. */
function neighboursOf(begun: readonly Unit[], units: readonly Unit[]): string[] {
  const providers = new Map(units.flatMap((unit) => unit.provides.map(({ id }) => [id, unit] as const)));
  const order = new Set<Unit>();
  const visiting = new Set<Unit>();
  const visit = (unit: Unit) => {
    if (visiting.has(unit)) return;
    visiting.add(unit);
    for (const { id, declared } of unit.consumes) {
      const provider = declared ? providers.get(id) : undefined;
      if (provider !== undefined && provider !== unit) visit(provider);
    }
    order.add(unit);
  };
  for (const unit of begun) visit(unit);
  return [...new Set([...order].map(({ path }) => path))].filter((path) => path !== "");
}
