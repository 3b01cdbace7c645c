/**
 * The modules of a repository by dotted name.
 *
 * A unit's modules lie in its folder (flat layout) or in `src`, `lib` or `python` below it. Which of
 * them are packaged is up to build backends; names come from all of them, and the nearest one wins.
 */
import { folderOf } from "../folders.ts";
import type { Project } from "../language.ts";

export interface Module {
  readonly unit: string;
  readonly path: string;
}

export interface ModuleIndex {
  /** Modules of exactly this name, one for each unit at most. */
  named(name: string): readonly Module[];
}

const ROOTS = ["src", "lib", "python"];

export function moduleIndex(project: Project): ModuleIndex {
  const folders = new Map(project.units.map(({ id, path }) => [id, path]));
  const modules = new Map<string, Module[]>();
  for (const path of project.paths) {
    const unit = project.unitOf(path);
    const base = unit === undefined ? undefined : folders.get(unit);
    if (unit === undefined || base === undefined) continue;
    const inside = base === "" ? path : path.slice(base.length + 1);
    for (const name of namesOf(inside)) add(name, { unit, path });
  }
  function add(name: string, module: Module): void {
    const same = modules.get(name);
    if (same === undefined) modules.set(name, [module]);
    else if (!same.some(({ unit }) => unit === module.unit)) same.push(module);
  }
  return { named: (name) => modules.get(name) ?? [] };
}

function namesOf(inside: string): readonly string[] {
  const parts = inside.replace(/\.[^./]+$/, "").split("/");
  if (parts.at(-1) === "__init__") parts.pop();
  if (parts.length === 0) return [];
  const [first = "", ...rest] = parts;
  const whole = parts.join(".");
  return ROOTS.includes(first) && rest.length > 0 ? [rest.join("."), whole] : [whole];
}

/** The file of a module in a folder, by the parts of its name. */
export function moduleFile(
  has: (path: string) => boolean,
  folder: string,
  parts: readonly string[],
): string | undefined {
  const path = [...(folder === "" ? [] : [folder]), ...parts].join("/");
  const files = parts.length === 0 ? [] : [`${path}.py`, `${path}.pyi`];
  const inside = path === "" ? "" : `${path}/`;
  return [...files, `${inside}__init__.py`, `${inside}__init__.pyi`].find((file) => has(file));
}

/** The folder that `dots` leading dots mean for a file: one for its own, each more one up. */
export function relativeFolder(path: string, dots: number): string | undefined {
  let folder = folderOf(path);
  for (let up = 1; up < dots; up++) {
    if (folder === "") return undefined;
    folder = folderOf(folder);
  }
  return folder;
}
