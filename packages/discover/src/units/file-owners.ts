/**
 * Which unit a file belongs to: that of the deepest folder above it.
 *
 * - A package, module or chart always owns its folder; among several in one folder, the one with most
 *   source files of its ecosystem there, and on a tie the one whose ecosystem is registered first.
 * - An image or action owns its folder where none of those does and where no source of the package
 *   around lies in it: `images/proxy/Dockerfile` delimits, `cmd/server/Dockerfile` does not.
 * - Every other unit (API descriptions, workflows, compose files, second packages in a folder) owns
 *   its manifest alone.
 */
import type { UnitKind } from "@freehold/model";
import type { PathIndex } from "../ecosystems/ecosystem.ts";
import { folderOf } from "../ecosystems/reading/paths.ts";
import type { IdentifiedUnit } from "./draft.ts";

const OWNS_ALWAYS: readonly UnitKind[] = ["package", "module", "chart", "submodule"];
const OWNS_IF_ALONE: readonly UnitKind[] = ["image", "action"];

export type UnitOf = (path: string) => IdentifiedUnit | undefined;

export function fileOwners(
  units: readonly IdentifiedUnit[],
  extensions: ReadonlyMap<string, readonly string[]>,
  paths: PathIndex,
): UnitOf {
  const strong = primaries(units, extensions, paths);
  const owners = new Map(strong);
  for (const unit of units.filter(({ draft }) => OWNS_IF_ALONE.includes(draft.kind))) {
    const { path } = unit.draft;
    if (path === "" || owners.has(path)) continue;
    const around = deepest(folderOf(path), strong);
    const source = extensions.get(around?.ecosystem ?? "") ?? [];
    if (!hasSource(path, source, paths)) owners.set(path, unit);
  }
  const root = units.find(({ draft }) => draft.kind === "folder" && draft.path === "");
  if (root !== undefined && !owners.has("")) owners.set("", root);
  const ofFolders = new Set(owners.values());
  return lookup(owners, manifestOwners(units.filter((unit) => !ofFolders.has(unit))));
}

function lookup(folders: ReadonlyMap<string, IdentifiedUnit>, files: ReadonlyMap<string, IdentifiedUnit>): UnitOf {
  const known = new Map<string, IdentifiedUnit | undefined>();
  function ofFolder(folder: string): IdentifiedUnit | undefined {
    if (known.has(folder)) return known.get(folder);
    const found = deepest(folder, folders);
    known.set(folder, found);
    return found;
  }
  return (path) => files.get(path) ?? ofFolder(folderOf(path));
}

function deepest(folder: string, owners: ReadonlyMap<string, IdentifiedUnit>): IdentifiedUnit | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    const owner = owners.get(at);
    if (owner !== undefined || at === "") return owner;
  }
}

function manifestOwners(units: readonly IdentifiedUnit[]): ReadonlyMap<string, IdentifiedUnit> {
  const files = new Map<string, IdentifiedUnit>();
  for (const unit of units) if (!files.has(unit.draft.manifest)) files.set(unit.draft.manifest, unit);
  return files;
}

function primaries(
  units: readonly IdentifiedUnit[],
  extensions: ReadonlyMap<string, readonly string[]>,
  paths: PathIndex,
): ReadonlyMap<string, IdentifiedUnit> {
  const order = [...extensions.keys()];
  const strong = units.filter(({ draft }) => OWNS_ALWAYS.includes(draft.kind));
  const owners = new Map<string, IdentifiedUnit>();
  for (const [folder, rivals] of Map.groupBy(strong, ({ draft }) => draft.path)) {
    const ranked = rivals.toSorted((one, other) => order.indexOf(one.ecosystem) - order.indexOf(other.ecosystem));
    const first = ranked.length === 1 ? ranked[0] : mostSource(ranked, folder, extensions, paths);
    if (first !== undefined) owners.set(folder, first);
  }
  return owners;
}

function mostSource(
  rivals: readonly IdentifiedUnit[],
  folder: string,
  extensions: ReadonlyMap<string, readonly string[]>,
  paths: PathIndex,
): IdentifiedUnit | undefined {
  const files = paths.below(folder);
  let best: { unit: IdentifiedUnit; count: number } | undefined;
  for (const unit of rivals) {
    const endings = new Set(extensions.get(unit.ecosystem));
    const count = files.reduce((sum, path) => sum + Number(endings.has(endingOf(path))), 0);
    if (best === undefined || count > best.count) best = { unit, count };
  }
  return best?.unit;
}

function hasSource(folder: string, endings: readonly string[], paths: PathIndex): boolean {
  return endings.length > 0 && paths.below(folder).some((path) => endings.includes(endingOf(path)));
}

function endingOf(path: string): string {
  const dot = path.lastIndexOf(".");
  return dot === -1 ? "" : path.slice(dot);
}
