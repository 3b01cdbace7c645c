/** One version of a distribution, asked as the import system would ask: what a name in a module stands for. */
import { isPublicModule } from "./find.ts";
import type { PyClass, PyModel, PyModule, PyName } from "./model.ts";
import type { PyType } from "./py-type.ts";

export type Resolved =
  /** `id` is `module#Name`, or `module#Class.member`. */
  | { readonly kind: "definition"; readonly id: string; readonly entry: PyName }
  | { readonly kind: "module"; readonly name: string }
  /** From another distribution, or made in a way that is not to be read. */
  | { readonly kind: "outside"; readonly name: string };

const DEPTH = 30;

export class World {
  readonly model: PyModel;
  readonly #exports = new Map<string, ReadonlyMap<string, Resolved>>();
  readonly #exported = new Map<string, string>();

  constructor(model: PyModel) {
    this.model = model;
    // The defining module's own name for it comes first, then the shortest path.
    const modules = this.publicModules().toSorted(
      (a, b) => a.split(".").length - b.split(".").length || (a < b ? -1 : 1),
    );
    for (const module of modules)
      for (const [name, { kind, ...rest }] of this.exports(module)) {
        if (kind !== "definition" || !("id" in rest)) continue;
        const path = `${module}#${name}`;
        if (path === rest.id || !this.#exported.has(rest.id)) this.#exported.set(rest.id, path);
      }
  }

  module(name: string): PyModule | undefined {
    return Object.hasOwn(this.model.modules, name) ? this.model.modules[name] : undefined;
  }

  publicModules(): string[] {
    return Object.keys(this.model.modules).filter(isPublicModule).sort();
  }

  /** The public path that stands for a definition, where it has one. */
  publicPath(id: string): string | undefined {
    return this.#exported.get(id);
  }

  /** A name of a module, through imports. */
  name(module: string, name: string, depth = 0): Resolved | undefined {
    const found = this.module(module);
    if (found === undefined || depth > DEPTH) return undefined;
    const entry = Object.hasOwn(found.names, name) ? found.names[name] : undefined;
    if (entry !== undefined) return this.#entry(module, name, entry, depth);
    for (const star of found.stars) {
      if (this.module(star) === undefined || (!this.starNames(star).includes(name) && depth < DEPTH)) continue;
      const through = this.name(star, name, depth + 1);
      if (through !== undefined) return through;
    }
    const below = `${module}.${name}`;
    return this.module(below) === undefined ? undefined : { kind: "module", name: below };
  }

  #entry(module: string, name: string, entry: PyName, depth: number): Resolved | undefined {
    if (entry.kind === "import") {
      const { name: imported } = entry;
      if (imported === null)
        return this.module(entry.module) === undefined
          ? { kind: "outside", name: entry.module }
          : { kind: "module", name: entry.module };
      const through = this.name(entry.module, imported, depth + 1);
      if (through !== undefined) return through;
      return { kind: "outside", name: `${entry.module}.${imported}` };
    }
    // `old = new` is another name of the same thing.
    const text = entry.kind === "attribute" && entry.type === null && entry.value !== null ? entry.value.text : "";
    if (/^[\p{L}_][\p{L}\p{N}_.]*\.[\p{L}_][\p{L}\p{N}_]*$/u.test(text)) {
      const same = this.dotted(text, depth + 1);
      if (same?.kind === "definition" && (same.entry.kind === "class" || same.entry.kind === "function")) return same;
    }
    return { kind: "definition", id: `${module}#${name}`, entry };
  }

  /** `pkg.module.Name.member`; undefined for what is not of this distribution. */
  dotted(path: string, depth = 0): Resolved | undefined {
    const parts = path.split(".");
    for (let length = parts.length; length > 0; length--) {
      const module = parts.slice(0, length).join(".");
      if (this.module(module) === undefined) continue;
      const [name, ...members] = parts.slice(length);
      if (name === undefined) return { kind: "module", name: module };
      const found = this.name(module, name, depth);
      return members.length === 0 ? found : this.#member(found, members);
    }
    return undefined;
  }

  #member(found: Resolved | undefined, members: readonly string[]): Resolved | undefined {
    let here = found;
    for (const member of members) {
      if (here?.kind === "module") here = this.name(here.name, member);
      else if (here?.kind === "definition" && here.entry.kind === "class") {
        const entry: PyName | undefined = Object.hasOwn(here.entry.members, member)
          ? here.entry.members[member]
          : undefined;
        here = entry === undefined ? undefined : { kind: "definition", id: `${here.id}.${member}`, entry };
      } else return undefined;
    }
    return here;
  }

  /** What `from module import *` gives. */
  starNames(module: string, depth = 0): readonly string[] {
    const found = this.module(module);
    if (found === undefined || depth > DEPTH) return [];
    if (found.all !== null) return this.#listed(found, found.all, depth);
    const names = [...Object.keys(found.names), ...found.stars.flatMap((star) => this.starNames(star, depth + 1))];
    return [...new Set(names)].filter((name) => !name.startsWith("_"));
  }

  #listed(module: PyModule, all: readonly string[], depth: number): readonly string[] {
    return [...new Set([...all, ...module.allOf.flatMap((other) => this.starNames(other, depth + 1))])];
  }

  /** The public names of a module: `__all__`; without one, what it defines, and what it is meant to pass on. */
  exports(module: string): ReadonlyMap<string, Resolved> {
    const known = this.#exports.get(module);
    if (known !== undefined) return known;
    const found = this.module(module);
    const names = new Map<string, Resolved>();
    if (found !== undefined) {
      for (const name of this.#publicNames(module, found)) {
        const resolved = this.name(module, name) ?? { kind: "outside", name: `${module}.${name}` };
        if (resolved.kind !== "module") names.set(name, resolved);
      }
    }
    this.#exports.set(module, names);
    return names;
  }

  #publicNames(module: string, found: PyModule): readonly string[] {
    if (found.all !== null) return this.#listed(found, found.all, 0);
    const own = Object.entries(found.names)
      .filter(
        ([name, entry]) =>
          isPublicName(name) && !isTypeVariable(entry) && (entry.kind !== "import" || isPassedOn(entry, found)),
      )
      .map(([name]) => name);
    const stars = found.package || found.stub ? found.stars.filter((star) => this.module(star) !== undefined) : [];
    const dynamic = (found.dynamic ?? []).filter(
      (name) => isPublicName(name) && this.module(`${module}.${name}`) === undefined,
    );
    return [...new Set([...own, ...stars.flatMap((star) => this.starNames(star)), ...dynamic])];
  }

  /** The class and its ancestors as far as they are known here, nearest first, with the names of those that aren't. */
  lineage(
    id: string,
    entry: PyClass,
  ): { readonly own: readonly (readonly [string, PyClass])[]; readonly outside: readonly string[] } {
    const own: (readonly [string, PyClass])[] = [];
    const outside: string[] = [];
    const seen = new Set<string>();
    const visit = (key: string, one: PyClass, depth: number): void => {
      if (seen.has(key) || depth > DEPTH) return;
      seen.add(key);
      own.push([key, one]);
      for (const base of one.bases) {
        const found = this.dotted(base);
        if (found?.kind === "definition" && found.entry.kind === "class") visit(found.id, found.entry, depth + 1);
        else if (base !== "object") outside.push(found?.kind === "outside" ? found.name : base);
      }
    };
    visit(id, entry, 0);
    return { own, outside: [...new Set(outside)] };
  }

  /** A type alias of the distribution is what it stands for. */
  expand(type: PyType, depth = 0): PyType {
    if (type.kind !== "name" || depth > DEPTH || !type.name.includes(".")) return type;
    const found = this.dotted(type.name);
    return found?.kind === "definition" && found.entry.kind === "type" && type.args.length === 0
      ? this.expand(found.entry.type, depth + 1)
      : type;
  }
}

/** It stands in annotations only. */
export function isTypeVariable(entry: PyName): boolean {
  const text = entry.kind === "attribute" ? (entry.value?.text ?? "") : "";
  return /^(?:typing(?:_extensions)?\.)?(?:TypeVar|ParamSpec|TypeVarTuple)\(/.test(text);
}

/** Python's own names for modules are no names of theirs. */
const MACHINERY = new Set([
  "__all__",
  "__path__",
  "__getattr__",
  "__dir__",
  "__slots__",
  "__test__",
  "__doc__",
  "__name__",
  "__file__",
]);

export function isPublicName(name: string): boolean {
  if (/^__\w+__$/.test(name)) return !MACHINERY.has(name);
  return !name.startsWith("_");
}

/** An import is passed on by `as` its own name, or where a package gathers its own modules' names. */
function isPassedOn(entry: Extract<PyName, { kind: "import" }>, module: PyModule): boolean {
  if (entry.redundant) return true;
  return module.package && !module.stub && entry.own && entry.name !== null;
}
