/** Units by name and by folder, for the languages whose imports name packages. */
import type { ResolvableUnit } from "./language.ts";

export interface UnitIndex {
  byId(id: string): ResolvableUnit | undefined;
  byName(name: string): ResolvableUnit | undefined;
  /** Also fixtures and examples, for an importer that says it means a member of the workspace. */
  memberNamed(name: string): ResolvableUnit | undefined;
  /** The unit whose folder this is. */
  at(folder: string): ResolvableUnit | undefined;
}

/** Fixtures and examples often carry the names of real packages, so they don't answer to them. */
const NAMELESS = new Set(["fixture", "test", "template", "example"]);

/** Of two units with one name the first counts. */
export function unitIndex(
  units: readonly ResolvableUnit[],
  ecosystems: readonly string[],
  normalise: (name: string) => string = (name) => name,
): UnitIndex {
  const ids = new Map<string, ResolvableUnit>();
  const names = new Map<string, ResolvableUnit>();
  const members = new Map<string, ResolvableUnit>();
  const folders = new Map<string, ResolvableUnit>();
  for (const unit of units) {
    ids.set(unit.id, unit);
    if (!ecosystems.includes(unit.ecosystem)) continue;
    if (!folders.has(unit.path)) folders.set(unit.path, unit);
    const name = normalise(unit.name);
    if (!members.has(name)) members.set(name, unit);
    if (!NAMELESS.has(unit.role ?? "source") && !names.has(name)) names.set(name, unit);
  }
  return {
    byId: (id) => ids.get(id),
    byName: (name) => names.get(normalise(name)),
    memberNamed: (name) => members.get(normalise(name)),
    at: (folder) => folders.get(folder),
  };
}
