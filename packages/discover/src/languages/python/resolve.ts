/** Which unit, package or builtin a Python import means. */
import type { ImportTarget, Project, RawImport, ResolvableUnit } from "../language.ts";
import { folderOf, upward } from "../folders.ts";
import { distributionNamed, matchDistribution } from "./distributions.ts";
import { moduleFile, moduleIndex, relativeFolder } from "./modules.ts";
import type { Module } from "./modules.ts";
import { standardLibrary } from "./standard-library.ts";

export function pythonResolver(project: Project): (path: string, imported: RawImport) => ImportTarget {
  const modules = moduleIndex(project);
  const units = new Map(project.units.map((unit) => [unit.id, unit]));
  const declaredBy = declarations(project.units);
  const has = (path: string): boolean => project.has(path);

  function relative(path: string, own: string | undefined, { specifier, symbols }: RawImport): ImportTarget {
    const dots = /^\.+/.exec(specifier)?.[0].length ?? 0;
    const folder = relativeFolder(path, dots);
    if (folder === undefined) return unresolved("leaves the repository");
    const parts = partsOf(specifier.slice(dots));
    const file = withSymbol(folder, parts, symbols) ?? moduleFile(has, folder, parts);
    if (file !== undefined) return toFile(own, file, isRelativeBypass(own, file));
    // Generated and compiled modules aren't there; neither is the file of a namespace package.
    return own === undefined ? unresolved("no such module") : { kind: "unit", unit: own, bypass: false };
  }

  function withSymbol(folder: string, parts: readonly string[], symbols: readonly string[] | undefined) {
    for (const symbol of symbols ?? []) {
      const file = moduleFile(has, folder, [...parts, symbol]);
      if (file !== undefined) return file;
    }
    return undefined;
  }

  function isRelativeBypass(own: string | undefined, file: string): boolean {
    return project.unitOf(file) !== own;
  }

  function absolute(path: string, own: string | undefined, imported: RawImport): ImportTarget {
    const parts = partsOf(imported.specifier);
    const [top = ""] = parts;
    if (top === "" || parts.some((part) => !/^[\p{L}\p{N}_]+$/u.test(part))) return unresolved("no module name");
    const exact = findModule(own, path, parts, imported.symbols);
    if (exact !== undefined && !(standardLibrary.has(top) && exact.unit !== own)) return toModule(own, exact, imported);
    if (standardLibrary.has(top)) return { kind: "builtin" };
    const beside = besideScript(path, parts, imported.symbols);
    if (beside !== undefined) return toFile(own, beside, false);
    const declared = matchDistribution(parts, own === undefined ? [] : declaredBy(own));
    const shorter = parts.length > 1 ? findPrefix(own, path, parts) : undefined;
    const ofThis = shorter !== undefined && identifierOf(units.get(shorter.unit));
    if (declared?.kind === "one" && declared.parts > 1 && declared.id !== ofThis)
      return { kind: "package", id: declared.id };
    if (shorter !== undefined) return toModule(own, shorter, imported);
    if (declared?.kind === "several") return unresolved(`brought by one of ${declared.names.slice(0, 5).join(", ")}`);
    return { kind: "package", id: declared?.id ?? distributionNamed(top) };
  }

  function findModule(
    own: string | undefined,
    path: string,
    parts: readonly string[],
    symbols: readonly string[] = [],
  ) {
    const name = parts.join(".");
    for (const symbol of symbols) {
      const found = symbol === "*" ? undefined : choose(modules.named(`${name}.${symbol}`), own, path, parts);
      if (found !== undefined) return found;
    }
    return choose(modules.named(name), own, path, parts);
  }

  /** A package above the module, where the module itself is generated or compiled. */
  function findPrefix(own: string | undefined, path: string, parts: readonly string[]): Module | undefined {
    for (let length = parts.length - 1; length > 0; length--) {
      const found = choose(modules.named(parts.slice(0, length).join(".")), own, path, parts);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * The own unit's module, else that of a declared dependency, else the only one there is. A name that
   * several undeclared units have (`tests`, `setup`) says nothing.
   */
  function choose(found: readonly Module[], own: string | undefined, path: string, parts: readonly string[]) {
    if (found.length === 0) return undefined;
    const mine = found.find(({ unit }) => unit === own);
    if (mine !== undefined) return mine;
    const declared = own === undefined ? [] : declaredBy(own);
    const wanted = found.find(({ unit }) => declared.includes(identifierOf(units.get(unit))));
    if (wanted !== undefined) return wanted;
    if (matchDistribution(parts.slice(0, 1), declared) !== undefined) return undefined;
    const above = found.filter(({ unit }) => isAbove(units.get(unit), path));
    const real = found.filter(({ unit }) => (units.get(unit)?.role ?? "source") === "source");
    return above.length === 1 ? above[0] : real.length === 1 ? real[0] : undefined;
  }

  /** A script finds modules beside it, and test runners put folders above on the path. */
  function besideScript(path: string, parts: readonly string[], symbols: readonly string[] | undefined) {
    for (const folder of upward(folderOf(path))) {
      const file = withSymbol(folder, parts, symbols) ?? moduleFile(has, folder, parts);
      if (file !== undefined) return file;
    }
    return undefined;
  }

  function toFile(own: string | undefined, file: string, bypass: boolean): ImportTarget {
    const unit = project.unitOf(file) ?? own;
    return unit === undefined ? unresolved("in no unit") : { kind: "unit", unit, path: file, bypass };
  }

  const cache = new Map<string, ImportTarget>();
  return (path, imported) => {
    const key = `${folderOf(path)}\0${imported.specifier}\0${imported.symbols?.join(",") ?? ""}`;
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const own = project.unitOf(path);
    const target = imported.specifier.startsWith(".") ? relative(path, own, imported) : absolute(path, own, imported);
    cache.set(key, target);
    return target;
  };
}

function toModule(own: string | undefined, { unit, path }: Module, { specifier, symbols }: RawImport): ImportTarget {
  const hidden = [...partsOf(specifier), ...(symbols ?? [])].some((name) => /^_(?!_)/.test(name));
  return { kind: "unit", unit, path, bypass: unit !== own && hidden };
}

/** What a unit's manifest and those of the Python units above it declare. */
function declarations(units: readonly ResolvableUnit[]): (id: string) => readonly string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const at = new Map(units.filter(({ ecosystem }) => ecosystem === "python").map((unit) => [unit.path, unit]));
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const unit = byId.get(id);
    const above = unit === undefined ? [] : [...upward(unit.path)].flatMap((folder) => at.get(folder)?.declares ?? []);
    const declared = [...new Set([...(unit?.declares ?? []), ...above])];
    known.set(id, declared);
    return declared;
  };
}

function identifierOf(unit: ResolvableUnit | undefined): string {
  return unit === undefined ? "" : distributionNamed(unit.name);
}

function isAbove(unit: ResolvableUnit | undefined, path: string): boolean {
  return unit !== undefined && (unit.path === "" || path.startsWith(`${unit.path}/`));
}

function partsOf(module: string): readonly string[] {
  return module === "" ? [] : module.split(".");
}

function unresolved(reason: string): ImportTarget {
  return { kind: "unresolved", reason };
}
