/** Discovers the units of texts, and shows what tests look at in one line each. */
import type { Unit } from "@freehold/model";
import { memoryTree, noCache } from "@freehold/repository";
import { type DiscoveredUnits, discoverUnits } from "../../src/units.ts";

export const REPOSITORY = "github.com/acme/shop";

export async function discover(
  files: Readonly<Record<string, string>>,
  repository = REPOSITORY,
): Promise<DiscoveredUnits> {
  return await discoverUnits(memoryTree(files), repository, noCache);
}

/** The one unit of that folder and ecosystem. */
export function unitAt(found: DiscoveredUnits, path: string, ecosystem?: string): Unit {
  const units = found.units.filter(
    (unit) => unit.path === path && (ecosystem === undefined || unit.ecosystem === ecosystem),
  );
  const [unit] = units;
  if (unit === undefined || units.length > 1) throw new Error(`${units.length} units at "${path}"`);
  return unit;
}

/** `identifier scope range @line`, one for each consume. */
export function consumesOf(unit: Unit): string[] {
  return unit.consumes.map(({ id, scope, range, evidence }) =>
    [id, scope, range, `@${evidence[0]?.line}`].filter(Boolean).join(" "),
  );
}

export function providesOf(unit: Unit): string[] {
  return unit.provides.map(({ id }) => id);
}

/** `severity code path:line:column`. */
export function problemsOf(found: DiscoveredUnits): string[] {
  return found.problems.map(
    ({ severity, code, path, line, column }) => `${severity} ${code} ${path}:${line}:${column}`,
  );
}

/** `path kind role name`. */
export function unitsOf(found: DiscoveredUnits): string[] {
  return found.units.map(({ path, kind, role, name }) => `${path || "."} ${kind} ${role} ${name}`);
}
