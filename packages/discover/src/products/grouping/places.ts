/**
 * Places: the folders that units lie in, the atoms of grouping. Whatever shares a folder (a package, its
 * image and its action) is one thing in several forms.
 */
import type { Unit } from "@freehold/model";
import { baseName, folderOf, shortName } from "../paths.ts";

export interface Place {
  readonly index: number;
  readonly folder: string;
  /** Source units in the folder, the one that names the place first. */
  readonly units: readonly Unit[];
  readonly lead: Unit;
  /** Released to others: some package of it is meant to be published, or it is deployed. */
  readonly released: boolean;
  /** Index of the nearest place above, -1 for none. */
  readonly parent: number;
}

/** Only units of these kinds make a place; the others belong to the place that they lie in. */
const DELIMITING = new Set<Unit["kind"]>(["package", "module", "image", "service", "action", "chart", "folder"]);
const DEPLOYABLE = new Set<Unit["kind"]>(["image", "service", "chart", "action"]);
const PACKAGES = new Set<Unit["kind"]>(["package", "module"]);

export function isPackage(unit: Unit): boolean {
  return PACKAGES.has(unit.kind);
}

/** Places in order of their folders, so that a parent comes before what lies in it. */
export function findPlaces(units: readonly Unit[]): Place[] {
  const byFolder = new Map<string, Unit[]>();
  for (const unit of units) {
    if (unit.role !== "source" || !DELIMITING.has(unit.kind)) continue;
    const folder = isHidden(unit.path) ? "" : unit.path;
    const known = byFolder.get(folder);
    if (known === undefined) byFolder.set(folder, [unit]);
    else known.push(unit);
  }
  const folders = [...byFolder.keys()].sort();
  const indexOf = new Map(folders.map((folder, index) => [folder, index]));
  return folders.flatMap((folder, index): Place[] => {
    const inside = (byFolder.get(folder) ?? []).toSorted((a, b) => leadOrder(a, folder) - leadOrder(b, folder));
    const [lead] = inside;
    if (lead === undefined) return [];
    return [
      { index, folder, units: inside, lead, released: inside.some(isReleased), parent: parentOf(folder, indexOf) },
    ];
  });
}

/** Folders such as `.github` hold the tools of the repository, not products. */
function isHidden(path: string): boolean {
  return path.split("/").some((segment) => segment.startsWith("."));
}

function isReleased(unit: Unit): boolean {
  if (isHidden(unit.path)) return false;
  return unit.published ?? DEPLOYABLE.has(unit.kind);
}

/** Published packages name a place, then private ones, then images and the rest. */
function leadOrder(unit: Unit, folder: string): number {
  const kind = isPackage(unit) ? (unit.published === false ? 1 : 0) : 2;
  const named = shortName(unit.name) === baseName(folder) ? 0 : 1;
  return (unit.path === folder ? 0 : 10) + kind * 2 + named;
}

function parentOf(folder: string, indexOf: ReadonlyMap<string, number>): number {
  if (folder === "") return -1;
  for (let current = folderOf(folder); ; current = folderOf(current)) {
    const found = indexOf.get(current);
    if (found !== undefined) return found;
    if (current === "") return -1;
  }
}
