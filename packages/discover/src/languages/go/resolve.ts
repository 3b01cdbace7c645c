/** Which module, package or part of the standard library a Go import means. */
import { packageIdentifier } from "@freehold/model";
import { folderOf, joinPath, upward } from "../folders.ts";
import type { ImportTarget, Project, RawImport, ResolvableUnit } from "../language.ts";
import { goModOf } from "./go-mod.ts";
import type { GoMod } from "./go-mod.ts";

export function goResolver(project: Project): (path: string, imported: RawImport) => ImportTarget {
  const mods = new Map(project.configurations.map(goModOf).map((mod) => [mod.folder, mod]));
  const modules = modulesOf(project.units);
  const byFolder = new Map([...modules.values()].map((unit) => [unit.path, unit]));
  const byId = new Map(project.units.map((unit) => [unit.id, unit]));
  const packages = packageFiles(project.paths);

  function resolve(path: string, specifier: string): ImportTarget {
    if (specifier === "C" || specifier === "") return { kind: "builtin" };
    const own = project.unitOf(path);
    const mod = nearest(mods, folderOf(path));
    if (/^\.{1,2}\//.test(specifier)) return toFolder(own, own, joinPath(folderOf(path), specifier), false);
    const replaced = mod === undefined ? undefined : longest(specifier, mod.replaced);
    if (replaced !== undefined) {
      const unit = byFolder.get(replaced.value)?.id ?? project.unitOf(`${replaced.value}/go.mod`);
      return toFolder(own, unit, joinPath(replaced.value, replaced.rest), isInternal(specifier) && unit !== own);
    }
    const ours = own === undefined ? undefined : ownModule(mod, specifier, own);
    if (ours !== undefined) return ours;
    const inside = longest(specifier, modules);
    if (inside !== undefined) {
      const { id, path: folder } = inside.value;
      return toFolder(own, id, joinPath(folder, inside.rest), isInternal(specifier) && id !== own);
    }
    if (!(specifier.split("/")[0] ?? "").includes(".")) return { kind: "builtin" };
    return { kind: "package", id: packageIdentifier("golang", moduleOf(specifier, mod)) };
  }

  /** The importing file's own module, also where no unit goes by its name. */
  function ownModule(mod: GoMod | undefined, specifier: string, own: string): ImportTarget | undefined {
    if (mod === undefined || mod.module === "") return undefined;
    const found = longest(specifier, new Map([[mod.module, mod.folder]]));
    const longer = longest(specifier, modules);
    if (found === undefined || (longer !== undefined && longer.key.length > found.key.length)) return undefined;
    return toFolder(
      own,
      project.unitOf(`${mod.folder === "" ? "" : `${mod.folder}/`}go.mod`) ?? own,
      joinPath(found.value, found.rest),
      false,
    );
  }

  function toFolder(
    own: string | undefined,
    unit: string | undefined,
    folder: string | undefined,
    bypass: boolean,
  ): ImportTarget {
    const file = folder === undefined ? undefined : packages.get(folder);
    // The deepest unit owns the folder, also when the module is one further up.
    const owner = (file === undefined ? undefined : project.unitOf(file)) ?? unit;
    if (owner === undefined || byId.get(owner) === undefined) return { kind: "unresolved", reason: "no such folder" };
    return {
      kind: "unit",
      unit: owner,
      ...(file === undefined ? {} : { path: file }),
      bypass: bypass && owner !== own,
    };
  }

  const cache = new Map<string, ImportTarget>();
  return (path, { specifier }) => {
    const key = `${folderOf(path)}\0${specifier}`;
    const target = cache.get(key) ?? resolve(path, specifier);
    cache.set(key, target);
    return target;
  };
}

/** Modules by path; the first of a name counts, fixtures don't. */
function modulesOf(units: readonly ResolvableUnit[]): ReadonlyMap<string, ResolvableUnit> {
  const modules = new Map<string, ResolvableUnit>();
  for (const unit of units) {
    if (unit.ecosystem !== "go" || unit.role === "fixture" || unit.role === "test" || modules.has(unit.name)) continue;
    modules.set(unit.name, unit);
  }
  return modules;
}

/** One file for each package folder: the first that is no test. */
function packageFiles(paths: readonly string[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const path of paths) {
    const known = files.get(folderOf(path));
    if (known === undefined || (known.endsWith("_test.go") && !path.endsWith("_test.go")))
      files.set(folderOf(path), path);
  }
  return files;
}

interface Found<T> {
  readonly key: string;
  readonly value: T;
  /** What follows the key, without the slash. */
  readonly rest: string;
}

/** The longest key that is the path or a folder above it. */
function longest<T>(path: string, values: ReadonlyMap<string, T>): Found<T> | undefined {
  for (let key = path; key !== ""; key = folderOf(key)) {
    const value = values.get(key);
    if (value !== undefined) return { key, value, rest: path.slice(key.length + 1) };
  }
  return undefined;
}

function nearest(mods: ReadonlyMap<string, GoMod>, folder: string): GoMod | undefined {
  for (const above of upward(folder)) {
    const mod = mods.get(above);
    if (mod !== undefined) return mod;
  }
  return undefined;
}

/** The required module that holds the package; for one that isn't required, host, owner and name. */
function moduleOf(specifier: string, mod: GoMod | undefined): string {
  const required = longest(specifier, new Map((mod?.requires ?? []).map((name) => [name, name])));
  if (required !== undefined) return required.value;
  const [host = "", owner, name, major] = specifier.split("/");
  const parts = [host, owner, ...(/\.v\d+$/.test(owner ?? "") ? [] : [name])];
  return [...parts, ...(/^v\d+$/.test(major ?? "") ? [major] : [])].filter((part) => part !== undefined).join("/");
}

function isInternal(specifier: string): boolean {
  return /(?:^|\/)internal(?:\/|$)/.test(specifier);
}
