/** Which units a set of changed files changes: by ownership, by lock files, by configuration above them. */
import { changedResolutions, conventionalRole, lockfileFormat, type LockRoot, purposesIn } from "@freehold/discover";
import type { Unit } from "@freehold/model";
import type { ChangedUnit } from "@freehold/portfolio";
import type { FileTree } from "@freehold/repository";
import type { FileChange, TwoSides } from "../diff/two-sides.ts";
import { inertFiles } from "./inert-files.ts";

export interface ChangedUnits {
  readonly units: readonly ChangedUnit[];
  /** By id of the unit: packages that its lock file resolves to others now. */
  readonly resolved: ReadonlyMap<string, readonly string[]>;
}

/**
 * Changed units, each once, with the reason that matters most. What can't be told counts as changed:
 * a lock file of an unknown format changes every unit below it, and so does configuration above units.
 */
export async function changedUnits(sides: TwoSides): Promise<ChangedUnits> {
  const { units } = sides;
  const found = new Map<string, ChangedUnit>();
  const resolved = new Map<string, readonly string[]>();
  const note = (unit: string, reason: string, inside: boolean) => {
    const known = found.get(unit);
    if (known === undefined || (known.inside && !inside)) found.set(unit, { unit, reason, inside });
  };
  const inert = inertFiles(sides);
  for (const change of sides.files) {
    if (lockfileFormat(change.path) !== undefined) {
      for (const { unit, reason, names } of await lockedUnits(sides, change.path)) {
        note(unit, reason, false);
        resolved.set(unit, [...(resolved.get(unit) ?? []), ...names]);
      }
      continue;
    }
    const owner = ownerOf(sides, change);
    const charter = inert(change.path);
    const inside = charter !== undefined || (owner !== undefined && staysInside(change.path, owner));
    if (owner !== undefined) note(owner.id, reasonOf(change, charter), inside);
    if (!inside)
      for (const unit of configuredBy(change, owner, units)) note(unit, `${change.path} above it changed`, false);
  }
  return { units: [...found.values()], resolved };
}

function reasonOf({ path, effect }: FileChange, charter: string | undefined): string {
  const what = `${path} ${effect === "changed" ? "changed" : `was ${effect}`}`;
  return charter === undefined ? what : `${what}, which reaches nobody else, says ${charter}`;
}

/** Of the head; for a file that is gone, of the base as far as that unit still exists. */
function ownerOf({ after, before, units }: TwoSides, { path, effect }: FileChange): Unit | undefined {
  const id = effect === "removed" ? before.units.unitOf(path) : after.units.unitOf(path);
  return units.find((unit) => unit.id === id);
}

const PROSE =
  /\.(?:md|mdx|markdown|txt|rst|adoc|png|jpe?g|gif|svg|webp|ico)$|(?:^|\/)(?:licen[cs]e|notice|authors|codeowners|owners|changelog)[^/]*$/i;

/** Tests and prose of a unit reach nobody else. */
function staysInside(path: string, unit: Unit): boolean {
  return PROSE.test(path) || purposesIn(unit.path).scope(path) === "test" || conventionalRole(path)?.role === "test";
}

const CONFIGURATION =
  /(?:^|\/)(?:\.[^/]+|[^/]*\.config\.[^/]+|[^/]*rc(?:\.[^/]+)?|(?:ts|js)config[^/]*\.json|[^/]+\.(?:toml|ya?ml|json|jsonc|ini|cfg|mk|gradle|kts|bazel|bzl)|makefile|dockerfile|workspace)$/i;

/** A configuration file applies to what lies in its folder: to every unit below. */
function configuredBy({ path }: FileChange, owner: Unit | undefined, units: readonly Unit[]): string[] {
  if (owner === undefined || !CONFIGURATION.test(path)) return [];
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  // Deeper inside of its unit it concerns that unit alone; hidden folders hold procedure, with units of its own.
  if (folder !== owner.path) return [];
  return units.filter((unit) => unit.id !== owner.id && isBelow(unit.path, folder)).map(({ id }) => id);
}

function isBelow(path: string, folder: string): boolean {
  return path !== folder && (folder === "" || path.startsWith(`${folder}/`));
}

/** Units whose resolved dependencies a changed lock file changes, with the reason. */
async function lockedUnits(
  sides: TwoSides,
  path: string,
): Promise<readonly { readonly unit: string; readonly reason: string; readonly names: readonly string[] }[]> {
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const format = lockfileFormat(path);
  const governs = nearestTo(sides, path);
  const below = sides.units.filter((unit) => unit.ecosystem === format?.ecosystem && governs(unit.path));
  const [before, after] = [await textOf(sides.before.tree, path), await textOf(sides.after.tree, path)];
  const roots = new Map(below.map((unit) => [rootOf(unit, folder), unit.id] as const));
  const changed =
    before === undefined || after === undefined
      ? undefined
      : changedResolutions(path, before, after, [...roots.keys()]);
  if (changed === undefined)
    return below.map(({ id }) => ({
      unit: id,
      reason: `${path} changed, and what it resolves can't be compared`,
      names: ["*"],
    }));
  return changed.map(({ root, changes, count, names }) => {
    const more = count > changes.length ? ` and ${count - changes.length} more` : "";
    return { unit: roots.get(root) ?? "", reason: `${path} resolves ${changes.join(", ")}${more}`, names };
  });
}

/** Whether a lock file is the nearest of its name to a folder: one below has its own say there. */
function nearestTo({ after }: TwoSides, path: string): (folder: string) => boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return (unit) => {
    for (let folder = unit; ; folder = folderAbove(folder)) {
      const candidate = folder === "" ? name : `${folder}/${name}`;
      if (candidate === path) return true;
      if (folder === "" || after.tree.get(candidate) !== undefined) return false;
    }
  };
}

function folderAbove(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
}

function rootOf(unit: Unit, folder: string): LockRoot {
  return {
    folder: folder === "" ? unit.path : unit.path.slice(folder.length + 1),
    name: unit.name,
    requires: unit.consumes.flatMap(({ id, range }) => {
      const name = /^pkg:[a-z]+\/(.+)$/.exec(id)?.[1];
      return name === undefined || range === undefined ? [] : [{ name: decodeURIComponent(name), range }];
    }),
  };
}

/** A lock file may be large, and still is to be read whole. */
const MAX_LOCKFILE = 64 * 1024 * 1024;

async function textOf(tree: FileTree, path: string): Promise<string | undefined> {
  const file = tree.get(path);
  if (file === undefined) return "";
  for await (const { bytes } of tree.read([file], { maxBytes: MAX_LOCKFILE })) {
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  }
  return undefined;
}
