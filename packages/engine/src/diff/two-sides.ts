/** Both revisions of a repository as units, and which files and units differ between them. */
import { discoverProducts, discoverUnits, type DiscoveredUnits, isManifest } from "@freehold/discover";
import type { Product, Unit } from "@freehold/model";
import { type Cache, type FileTree, isCatalog, openTree, type Repository } from "@freehold/repository";
import { filesOfUnits, type UnitFiles } from "../interfaces/unit-files.ts";
import { promises } from "../interfaces/read-interfaces.ts";
import type { InterfaceThread } from "../interfaces/thread.ts";
import type { ScanOptions } from "../scan/options.ts";
import { productFacts } from "../scan/product-facts.ts";
import { readmesIn } from "../scan/read-declared.ts";
import { filesOf, readTree, type TreeReading, unitsOf } from "../scan/tree-reading.ts";
import type { Revisions } from "./revisions.ts";

export interface FileChange {
  readonly path: string;
  readonly effect: "added" | "changed" | "removed";
}

/** One unit at both revisions; a side is absent where there is no such unit. */
export interface UnitPair {
  readonly before: Unit | undefined;
  readonly after: Unit | undefined;
}

export interface TwoSides {
  readonly revisions: Revisions;
  /** Of the base; how large its units are is not told. */
  readonly before: { readonly tree: FileTree; readonly units: DiscoveredUnits };
  readonly after: TreeReading;
  /** Of the head. */
  readonly units: readonly Unit[];
  readonly products: readonly Product[];
  readonly files: readonly FileChange[];
  /** Units with a change in their files, or in a file outside that their interface refers to. */
  readonly pairs: readonly UnitPair[];
  filesBefore(unit: Unit): UnitFiles | undefined;
  filesAfter(unit: Unit): UnitFiles | undefined;
}

/**
 * Reads both sides; what is unchanged between them comes from the cache. `earlier` is what was read of other
 * revisions of the repository: where its head is the base now, that side is known.
 */
export async function readSides(
  repository: Repository,
  revisions: Revisions,
  options: ScanOptions,
  cache: Cache,
  thread: InterfaceThread,
  earlier?: TwoSides,
): Promise<TwoSides> {
  const head = revisions.head === undefined ? { worktree: true } : { worktree: false, rev: revisions.head };
  const opened = await filesOf(repository, head, earlier?.after.tree);
  const scanned: ScanOptions = { ...options, history: false, interfaces: "telling" };
  const after = await readTree(repository, opened.tree, scanned, cache, isCatalog, thread);
  const known = earlier?.revisions.head === revisions.base ? earlier.after : undefined;
  const tree = known?.tree ?? (await openTree(repository, revisions.base, opened.tree)).tree;
  const files = changedFiles(tree, after.tree);
  const same = files.every((change) => leavesUnits(change, tree, after.tree));
  const units = known?.units ?? (same ? after.units : await discoverUnits(tree, repository.info.id, cache));
  const unitsAfter = unitsOf(after);
  const { facts } = productFacts(after, unitsAfter, { readmes: readmesIn(after.tree) });
  const beforeFiles = filesOfUnits(tree, units.units, (path) => units.unitOf(path));
  const afterFiles = filesOfUnits(after.tree, after.units.units, (path) => after.units.unitOf(path));
  const changed = new Set(files.map(({ path }) => path));
  const touched = (unit: Unit) => (after.interfaces?.outside.get(unit.id) ?? []).some((path) => changed.has(path));
  const pairs = pairUnits(units.units, unitsAfter).filter(({ before, after: young }) => {
    const [was, is] = [before && beforeFiles.get(before.id), young && afterFiles.get(young.id)];
    return was?.fingerprint !== is?.fingerprint || (young !== undefined && touched(young));
  });
  return {
    revisions,
    before: { tree, units },
    after,
    units: unitsAfter,
    products: discoverProducts([facts]).products,
    files,
    pairs,
    filesBefore: (unit) => beforeFiles.get(unit.id),
    filesAfter: (unit) => afterFiles.get(unit.id),
  };
}

/** Units are made of the list of paths, of manifests, and of the commits of submodules. */
function leavesUnits({ path, effect }: FileChange, before: FileTree, after: FileTree): boolean {
  if (effect !== "changed" || isManifest(path)) return false;
  return [before, after].every((tree) => tree.get(path)?.mode !== "submodule");
}

/** Linear in the number of files. */
function changedFiles(before: FileTree, after: FileTree): FileChange[] {
  const changes: FileChange[] = [];
  for (const { path, blob, mode } of after.files) {
    const old = before.get(path);
    if (old === undefined) changes.push({ path, effect: "added" });
    else if (old.blob !== blob || old.mode !== mode) changes.push({ path, effect: "changed" });
  }
  for (const { path } of before.files) if (after.get(path) === undefined) changes.push({ path, effect: "removed" });
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The same unit: by id, else by what it provides (renamed manifests), else by its folder and ecosystem. */
export function pairUnits(before: readonly Unit[], after: readonly Unit[]): UnitPair[] {
  const old = before.filter(promises);
  const young = after.filter(promises);
  const pairs: UnitPair[] = [];
  const left = new Set(old);
  let open = young;
  const keys: readonly ((unit: Unit) => string | undefined)[] = [
    ({ id }) => id,
    ({ provides }) => provides[0]?.id,
    ({ ecosystem, kind, path, manifest }) => `${ecosystem} ${kind} ${path} ${manifest ?? ""}`,
  ];
  for (const key of keys) {
    const byKey = new Map([...left].flatMap((unit) => (key(unit) === undefined ? [] : [[key(unit), unit] as const])));
    const rest: Unit[] = [];
    for (const unit of open) {
      const found = byKey.get(key(unit));
      if (found === undefined || !left.delete(found)) rest.push(unit);
      else pairs.push({ before: found, after: unit });
    }
    open = rest;
  }
  for (const unit of open) pairs.push({ before: undefined, after: unit });
  for (const unit of left) pairs.push({ before: unit, after: undefined });
  return pairs;
}
