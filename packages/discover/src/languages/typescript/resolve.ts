/**
 * Which unit, package or builtin an import specifier means.
 *
 * Names of this repository's packages come before aliases of tsconfig, since those mostly map a
 * package's own name to its sources; whether an import goes past the entry is decided by the subpath
 * it writes, not by the file that an alias leads to.
 */
import { isBuiltin } from "node:module";
import { packageIdentifier } from "@freehold/model";
import { folderOf, joinPath } from "../folders.ts";
import type { ImportTarget, Project, RawImport, ResolvableUnit } from "../language.ts";
import { unitIndex } from "../unit-index.ts";
import { packageJsons } from "./package-json.ts";
import { probe, probeBuilt } from "./probe.ts";
import { fill, matchKey } from "./subpaths.ts";
import { tsconfigAliases } from "./tsconfig.ts";

const PACKAGE = /^((?:@[a-z0-9~*!'()_][\w.~*!'()-]*\/)?[a-z0-9_][\w.~*!'()-]*)(?:\/(.*))?$/i;

export function typescriptResolver(project: Project): (path: string, imported: RawImport) => ImportTarget {
  const units = unitIndex(project.units, ["npm"]);
  const manifests = packageJsons(project.configurations);
  const aliases = tsconfigAliases(project.configurations, (name) => units.byName(name)?.path);
  const has = (path: string): boolean => project.has(path);
  const cache = new Map<string, Map<string, ImportTarget>>();
  const packages = new Map<string, ImportTarget>();

  function resolve(path: string, specifier: string): ImportTarget {
    const folder = folderOf(path);
    const own = project.unitOf(path);
    // A path to where a package is installed means the package.
    const installed = /^(?:.*\/)?node_modules\/(?!.*\/node_modules\/)(.+)$/.exec(specifier)?.[1];
    if (installed !== undefined) return resolve(path, installed);
    if (/^\.\.?(?:\/|$)/.test(specifier)) return toFile(own, joinPath(folder, specifier), specifier);
    if (specifier.startsWith("#"))
      return (
        throughImports(path, folder, own, specifier) ??
        throughAlias(folder, own, specifier) ??
        throughCustom(own, specifier) ??
        unresolved("no such entry in `imports`")
      );
    if (/^[a-z][a-z0-9+.-]*:/i.test(specifier)) return throughScheme(path, specifier);
    if (specifier.startsWith("/")) return absolute(own, specifier);
    const [, name, subpath] = PACKAGE.exec(specifier) ?? [];
    const unit = name === undefined ? undefined : unitNamed(folder, name);
    if (unit !== undefined) return toUnit(own, unit, subpath);
    return (
      throughAlias(folder, own, specifier) ??
      (isBuiltin(specifier) ? { kind: "builtin" } : undefined) ??
      throughCustom(own, specifier) ??
      (name === undefined ? unresolved("neither a path nor a package name") : outside(folder, name))
    );
  }

  function toFile(own: string | undefined, path: string | undefined, specifier: string): ImportTarget {
    if (path === undefined) return unresolved("leaves the repository");
    const file = probe(has, path) ?? mainOf(path) ?? sourceOfBuilt(path);
    // Of another unit, a file that is only there after a build is known to be that unit's all the same.
    const owner = file === undefined ? project.unitOf(`${path}/.`) : project.unitOf(file);
    if (owner === undefined) return unresolved(file === undefined ? `no file ${quoted(specifier)}` : "in no unit");
    if (file === undefined && owner === own) return unresolved(`no file ${quoted(specifier)}`);
    return { kind: "unit", unit: owner, ...(file === undefined ? {} : { path: file }), bypass: owner !== own };
  }

  /** Without an entry: `main`, the index beside the manifest, or that of `src`. */
  function mainFile(folder: string): string | undefined {
    return mainOf(folder) ?? probe(has, folder) ?? probe(has, joinPath(folder, "src") ?? "");
  }

  /** The source of a file in a folder that isn't committed, such as `../lib/index.js` in a test. */
  function sourceOfBuilt(path: string): string | undefined {
    const unit = units.byId(project.unitOf(`${path}/.`) ?? "");
    if (unit === undefined) return undefined;
    const inside = unit.path === "" ? path : path.slice(unit.path.length + 1);
    const [first = ""] = inside.split("/");
    const top = joinPath(unit.path, first);
    return top === undefined || project.folderHas(top) ? undefined : probeBuilt(has, unit.path, path);
  }

  function mainOf(folder: string): string | undefined {
    const main = manifests.main(folder);
    const target = main === undefined ? undefined : joinPath(folder, main);
    return target === undefined ? undefined : probeBuilt(has, folder, target);
  }

  function throughImports(
    path: string,
    folder: string,
    own: string | undefined,
    specifier: string,
  ): ImportTarget | undefined {
    const found = manifests.imports(folder, specifier);
    if (found === undefined) return undefined;
    for (const target of found.targets) {
      if (!target.startsWith("./")) return target.startsWith("#") ? undefined : resolve(path, target);
      const file = joinPath(found.folder, target);
      const source = file === undefined ? undefined : probeBuilt(has, found.folder, file);
      if (source !== undefined) return toFile(own, source, specifier);
    }
    // Declared, and only there after a build.
    return own === undefined ? undefined : { kind: "unit", unit: own, bypass: false };
  }

  function throughAlias(folder: string, own: string | undefined, specifier: string): ImportTarget | undefined {
    for (const { path, exact } of aliases.candidates(folder, specifier)) {
      const file = probe(has, path) ?? mainOf(path);
      const owner = file === undefined ? undefined : project.unitOf(file);
      if (file === undefined || owner === undefined) continue;
      // An alias for just this is an entry that somebody declared.
      return { kind: "unit", unit: owner, path: file, bypass: owner !== own && !exact && !isEntryTarget(owner, file) };
    }
    return undefined;
  }

  function isEntryTarget(id: string, file: string): boolean {
    return (units.byId(id)?.entries ?? []).some(({ target }) => target === file);
  }

  function throughScheme(path: string, specifier: string): ImportTarget {
    const [, scheme = "", rest = ""] = /^([^:]*):(.*)$/s.exec(specifier) ?? [];
    // What `data:` means, it carries along.
    if (scheme === "node" || scheme === "bun" || scheme === "data") return { kind: "builtin" };
    if (scheme === "npm") return resolve(path, rest.replace(/^\/+/, "").replace(/(?!^)@[^/]*/, ""));
    return unresolved(`${scheme}: is not resolved`);
  }

  /** Development servers take `/` for the folder of the package, or for its `public`. */
  function absolute(own: string | undefined, specifier: string): ImportTarget {
    return inOwnUnit(own, ["", "public"], specifier) ?? unresolved("absolute");
  }

  /**
   * `@/x`, `~/x`, `$lib/x`: bundlers and frameworks have such aliases without a file that says so. What
   * they stand for is by custom a folder of the package, and a file being there is the proof.
   */
  function throughCustom(own: string | undefined, specifier: string): ImportTarget | undefined {
    const [, name, rest] = /^[@~$#]([\w-]*)\/(.+)$/.exec(specifier) ?? [];
    return rest === undefined ? undefined : inOwnUnit(own, ["src", "", "app", "lib"], `${name ?? ""}/${rest}`);
  }

  function inOwnUnit(own: string | undefined, below: readonly string[], wanted: string): ImportTarget | undefined {
    const unit = own === undefined ? undefined : units.byId(own);
    for (const folder of unit === undefined ? [] : below) {
      const path = joinPath(unit?.path ?? "", `${folder}/${wanted}`);
      const file = path === undefined ? undefined : probe(has, path);
      if (file !== undefined) return toFile(own, file, wanted);
    }
    return undefined;
  }

  /** The unit that a name means for a file in `folder`: also under the other name that its manifest gives it. */
  function unitNamed(folder: string, name: string): ResolvableUnit | undefined {
    const range = manifests.dependency(folder, name);
    const local = range === undefined ? undefined : /^(?:file|link|portal):(.*)$/.exec(range.range)?.[1];
    const target = local === undefined || range === undefined ? undefined : joinPath(range.folder, local);
    if (target !== undefined) return units.at(target) ?? units.byName(name);
    const real = aliasOf(range?.range) ?? name;
    return units.byName(real) ?? (range?.range.startsWith("workspace:") === true ? units.memberNamed(real) : undefined);
  }

  /** Kept, since making a package URL costs more than all the rest of resolving. */
  function outside(folder: string, name: string): ImportTarget {
    const declared = manifests.dependency(folder, name)?.range;
    // The registry takes no capitals since 2014: what no manifest declares either is an alias of some bundler.
    if (declared === undefined && /[A-Z]/.test(name)) return unresolved("no package has capitals in its name");
    const real = aliasOf(declared) ?? name;
    const known = packages.get(real);
    if (known !== undefined) return known;
    const target: ImportTarget = { kind: "package", id: packageIdentifier("npm", real) };
    packages.set(real, target);
    return target;
  }

  function toUnit(own: string | undefined, unit: ResolvableUnit, subpath: string | undefined): ImportTarget {
    const wanted = subpath === undefined || subpath === "" ? "." : `./${subpath}`;
    const entry = entryOf(unit, wanted);
    const inside = wanted === "." ? undefined : joinPath(unit.path, wanted);
    const file =
      (entry === undefined ? undefined : probeBuilt(has, unit.path, entry)) ??
      (inside === undefined ? mainFile(unit.path) : probeBuilt(has, unit.path, inside));
    const bypass = unit.id !== own && entry === undefined && unit.entries.length > 0 && wanted !== "./package.json";
    return {
      kind: "unit",
      unit: unit.id,
      ...(file === undefined ? {} : { path: file }),
      bypass: bypass && wanted !== ".",
    };
  }

  /** What is known for files like this one. */
  function knownFor(path: string): Map<string, ImportTarget> {
    // Two files of one folder may be in two units only when the unit isn't a folder; the key has both.
    const key = `${project.unitOf(path) ?? ""}\0${folderOf(path)}`;
    const known = cache.get(key) ?? new Map<string, ImportTarget>();
    cache.set(key, known);
    return known;
  }

  // The imports of a file come one behind the other.
  let last = { path: "", known: new Map<string, ImportTarget>() };
  return (path, { specifier }) => {
    if (last.path !== path) last = { path, known: knownFor(path) };
    const { known } = last;
    const cached = known.get(specifier);
    if (cached !== undefined) return cached;
    const target = resolve(path, plainSpecifier(specifier));
    known.set(specifier, target);
    return target;
  };
}

/** The target of the entry that `wanted` goes through. */
function entryOf(unit: ResolvableUnit, wanted: string): string | undefined {
  const match =
    matchKey(
      unit.entries.map(({ subpath }) => subpath),
      wanted,
    ) ?? withoutEnding(unit, wanted);
  const entry = unit.entries.find(({ subpath }) => subpath === match?.key);
  return match === undefined || entry === undefined ? undefined : fill(entry.target, match);
}

/** The file that an entry names is the entry too: `pkg/index.js` for `pkg`. */
function withoutEnding(unit: ResolvableUnit, wanted: string) {
  const path = joinPath(unit.path, wanted);
  const entry = unit.entries.find(({ target }) => path !== undefined && bare(target) === bare(path));
  return entry === undefined ? undefined : { key: entry.subpath, star: "" };
}

function bare(file: string): string {
  return file.replace(/(?:\/index)?(?:\.d)?\.[cm]?[jt]sx?$/, "");
}

/** Without the loaders and queries that bundlers know. */
function plainSpecifier(specifier: string): string {
  if (specifier.startsWith("data:")) return "data:";
  const loaded = specifier.slice(specifier.lastIndexOf("!") + 1);
  const query = loaded.search(/[?]|(?!^)#/);
  return query === -1 ? loaded : loaded.slice(0, query);
}

/** The real name in `npm:name@range` and `workspace:name@range`. */
function aliasOf(range: string | undefined): string | undefined {
  return range === undefined ? undefined : /^(?:npm|workspace):((?:@[^/@]+\/)?[^/@^~*]+)@/.exec(range)?.[1];
}

function unresolved(reason: string): ImportTarget {
  return { kind: "unresolved", reason };
}

function quoted(specifier: string): string {
  return specifier.length > 60 ? `\`${specifier.slice(0, 60)}…\`` : `\`${specifier}\``;
}
