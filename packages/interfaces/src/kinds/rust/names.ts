/**
 * What names mean in each module: its own items, what it uses, what it uses all of.
 *
 * Source: "Name resolution" and "Use declarations" of the Rust reference. Globs of globs are followed
 * until nothing is added any more.
 */
import { ALWAYS, combine, type Condition, conditionText } from "./cfg.ts";
import type { Crate, Item, Module, Use } from "./modules.ts";

export type Meaning =
  | { readonly of: "item"; readonly item: Item }
  /** By a path that ends in `crate`, `self` or `super`. */
  | { readonly of: "module"; readonly module: Module }
  | { readonly of: "variant"; readonly enum: Item; readonly name: string }
  /** Of another crate, as far as its path is known. */
  | { readonly of: "outside"; readonly path: string };

export interface Binding {
  readonly name: string;
  readonly meaning: Meaning;
  readonly public: boolean;
  /** Whether other modules of the crate may use it. */
  readonly shared: boolean;
  readonly hidden: boolean;
  readonly cfg: Condition;
  /** How it came in; absent for what is defined there. */
  readonly use?: Use;
  readonly byGlob: boolean;
}

export interface Names {
  /** All that a name means in a module: a type, a value and a macro may share it. */
  of(module: Module, name: string): readonly Binding[];
  all(module: Module): readonly Binding[];
  /** What a path means that is written in a module. */
  resolve(module: Module, path: readonly string[]): readonly Meaning[];
  /** Other crates whose every public name a module passes on. */
  globsOutside(module: Module): readonly { readonly path: string; readonly use: Use }[];
}

const ROUNDS = 16;

export function resolveNames(crate: Crate, edition2015: boolean): Names {
  const tables = new Map<Module, Map<string, Binding[]>>();
  const keys = new Set<string>();
  const outside = new Map<Module, Map<string, Use>>();
  const writtenHere = writtenNames(crate);
  let changed = false;
  /** Whether all that the crate's own names can mean is known, so that what is left is of other crates. */
  let settled = false;

  function put(module: Module, binding: Binding): void {
    // A path that leads back to what is there already adds nothing.
    const key = `${module.path} ${binding.name} ${meaningKey(binding.meaning)} ${binding.public} ${binding.hidden} ${conditionText(binding.cfg)}`;
    if (keys.has(key)) return;
    const table = tables.get(module) ?? new Map<string, Binding[]>();
    tables.set(module, table);
    const there = table.get(binding.name) ?? [];
    if (binding.byGlob && there.some((one) => !one.byGlob && sameSpace(one.meaning, binding.meaning))) return;
    keys.add(key);
    const kept = binding.byGlob
      ? there
      : there.filter((one) => !one.byGlob || !sameSpace(one.meaning, binding.meaning));
    table.set(binding.name, [...kept, binding]);
    changed = true;
  }

  for (const module of crate.modules) {
    tables.set(module, new Map());
    for (const item of module.items) {
      // `#[macro_export]` puts a macro at the root of the crate; its visibility says nothing.
      const macro = item.node.name === "MacroDefinition";
      const exported = macro && item.attributes.macroExport;
      put(exported ? crate.root : module, {
        name: item.name,
        meaning: { of: "item", item },
        public: macro ? exported || item.public : item.public,
        shared: macro || item.shared,
        hidden: item.attributes.hidden,
        cfg: item.cfg,
        byGlob: false,
      });
    }
  }

  const names: Names = {
    of: (module, name) => tables.get(module)?.get(name) ?? [],
    all: (module) => [...(tables.get(module)?.values() ?? [])].flat(),
    resolve: (module, path) => resolve(module, path),
    globsOutside: (module) => [...(outside.get(module) ?? [])].map(([path, use]) => ({ path, use })),
  };

  function resolve(module: Module, path: readonly string[]): readonly Meaning[] {
    const [first = "", ...rest] = path;
    if (first === "crate" || first === "$crate") return follow([crate.root], rest);
    if (first === "self" || first === "super") return relative(module, path);
    if (first === "") return rest[0] === undefined ? [] : elsewhere(rest);
    const found = names.of(module, first).map(({ meaning }) => meaning);
    const meant = found.length > 0 ? found : edition2015 ? meaningsAt(crate.root, first) : [];
    if (meant.length === 0) return rest.length > 0 || isCrate(first) ? elsewhere(path) : [];
    return rest.length === 0 ? meant : meant.flatMap((one) => step(one, rest));
  }

  function elsewhere(path: readonly string[]): Meaning[] {
    if (edition2015) {
      const own = follow([crate.root], path);
      if (own.length > 0) return [...own];
    }
    return ofAnotherCrate(path);
  }

  /** A name that is written somewhere in this crate may still turn out to mean that. */
  function ofAnotherCrate(path: readonly string[]): Meaning[] {
    if (!settled && writtenHere.has(path[0] ?? "")) return [];
    return [{ of: "outside", path: path.join("::") }];
  }

  function meaningsAt(module: Module, name: string): Meaning[] {
    return names.of(module, name).map(({ meaning }) => meaning);
  }

  function relative(module: Module, path: readonly string[]): readonly Meaning[] {
    let at: Module = module;
    let from = 0;
    for (; path[from] === "super" || path[from] === "self"; from++) if (path[from] === "super") at = at.parent ?? at;
    return follow([at], path.slice(from));
  }

  function follow(modules: readonly Module[], path: readonly string[]): readonly Meaning[] {
    const [first, ...rest] = path;
    if (first === undefined) return modules.map((module) => ({ of: "module", module }));
    const found = modules.flatMap((one) => meaningsAt(one, first));
    // What the module does not have itself it has from a crate of which it uses all.
    if (found.length === 0)
      return modules
        .filter((one) => one !== crate.root)
        .flatMap((one) =>
          names
            .globsOutside(one)
            .filter(({ use }) => use.shared)
            .map(({ path: from }): Meaning => ({
              of: "outside",
              path: [from, ...path].join("::"),
            })),
        );
    return rest.length === 0 ? found : found.flatMap((one) => step(one, rest));
  }

  function step(meaning: Meaning, rest: readonly string[]): readonly Meaning[] {
    if (meaning.of === "outside") return [{ of: "outside", path: [meaning.path, ...rest].join("::") }];
    const inner = moduleOf(meaning);
    if (inner !== undefined) return follow([inner], rest);
    if (meaning.of === "item" && meaning.item.node.name === "EnumItem" && rest.length === 1)
      return [{ of: "variant", enum: meaning.item, name: rest[0] ?? "" }];
    return [];
  }

  function bring(module: Module, use: Use): void {
    const { path, name } = use.tree;
    const target = edition2015 && path[0] !== "crate" ? resolveIn2015(path, module) : resolve(module, path);
    if (name === "_") return;
    const common = { public: use.public, shared: use.shared, hidden: use.hidden, use };
    if (name !== "*") {
      for (const meaning of target) put(module, { ...common, name, meaning, cfg: use.cfg, byGlob: false });
      const unseen = target.length === 0 && settled ? pathFromRoot(module, path) : undefined;
      // Made by a macro perhaps: known by its place, yet nothing that can be passed on.
      if (unseen !== undefined)
        put(module, {
          ...common,
          public: false,
          name,
          meaning: { of: "outside", path: unseen },
          cfg: use.cfg,
          byGlob: false,
        });
      return;
    }
    for (const meaning of target) {
      if (meaning.of === "outside") {
        const there = outside.get(module) ?? new Map<string, Use>();
        if (!there.has(meaning.path)) outside.set(module, there.set(meaning.path, use));
      } else if (moduleOf(meaning) !== undefined) {
        const source = moduleOf(meaning);
        if (source === undefined || source === module) continue;
        for (const binding of names.all(source)) {
          // What is private is seen by the module itself and by those in it.
          if (!binding.shared && !`${module.path}::`.startsWith(`${source.path}::`)) continue;
          const isPublic = use.public && binding.public;
          const cfg = combine("all", [use.cfg, binding.use === undefined ? ALWAYS : binding.cfg]);
          const hidden = use.hidden || binding.hidden;
          put(module, {
            ...common,
            hidden,
            name: binding.name,
            meaning: binding.meaning,
            public: isPublic,
            cfg,
            byGlob: true,
          });
        }
        if (!use.public) continue;
        for (const one of names.globsOutside(source)) {
          if (!one.use.public) continue;
          const there = outside.get(module) ?? new Map<string, Use>();
          if (!there.has(one.path)) outside.set(module, there.set(one.path, use));
        }
      } else if (meaning.of === "item" && meaning.item.node.name === "EnumItem") {
        for (const variant of variantNames(meaning.item))
          put(module, {
            ...common,
            name: variant,
            meaning: { of: "variant", enum: meaning.item, name: variant },
            cfg: use.cfg,
            byGlob: true,
          });
      }
    }
  }

  /** `crate::a::B`, for a path that begins in this crate. */
  function pathFromRoot(module: Module, path: readonly string[]): string | undefined {
    const [first = ""] = path;
    if (first === "crate") return path.join("::");
    if (first === "self" || first === "super") {
      const at = path.findLastIndex((one) => one === "self" || one === "super") + 1;
      const [start] = relative(module, path.slice(0, at));
      return start?.of === "module" ? [start.module.path, ...path.slice(at)].join("::") : undefined;
    }
    return edition2015 && meaningsAt(crate.root, first).some((one) => moduleOf(one) !== undefined)
      ? ["crate", ...path].join("::")
      : undefined;
  }

  function resolveIn2015(path: readonly string[], module: Module): readonly Meaning[] {
    if (path[0] === "self" || path[0] === "super") return resolve(module, path);
    const written = path[0] === "" ? path.slice(1) : path;
    const own = follow([crate.root], written);
    return own.length > 0 || pathFromRoot(module, written) !== undefined ? own : ofAnotherCrate(written);
  }

  /** Uses may stand before what they use, so that one look at each is not enough. */
  function bringAll(): void {
    changed = true;
    for (let round = 0; round < ROUNDS && changed; round++) {
      changed = false;
      for (const module of crate.modules) for (const use of module.uses) bring(module, use);
    }
  }

  bringAll();
  settled = true;
  bringAll();
  return names;
}

function writtenNames(crate: Crate): ReadonlySet<string> {
  const names = new Set<string>();
  for (const module of crate.modules) {
    for (const { name } of module.items) names.add(name);
    for (const { tree } of module.uses) names.add(tree.name);
  }
  return names;
}

export function moduleOf(meaning: Meaning): Module | undefined {
  if (meaning.of === "module") return meaning.module;
  return meaning.of === "item" ? meaning.item.inner : undefined;
}

function meaningKey(meaning: Meaning): string {
  if (meaning.of === "outside") return `^${meaning.path}`;
  if (meaning.of === "module") return meaning.module.path;
  const item = meaning.of === "variant" ? meaning.enum : meaning.item;
  const place = `${item.module.path} ${item.name} ${item.node.name} ${item.node.from} ${item.file.path}`;
  return meaning.of === "variant" ? `${place}::${meaning.name}` : place;
}

/** Types, values and macros have a space of names each. */
function sameSpace(one: Meaning, other: Meaning): boolean {
  return spaceOf(one) === spaceOf(other);
}

function spaceOf(meaning: Meaning): "type" | "value" | "macro" | "any" {
  if (meaning.of !== "item") return "any";
  const { name } = meaning.item.node;
  if (name === "MacroDefinition") return "macro";
  return name === "FunctionItem" || name === "ConstItem" || name === "StaticItem" ? "value" : "type";
}

const LANGUAGE_CRATES: ReadonlySet<string> = new Set(["std", "core", "alloc", "proc_macro", "test"]);

function isCrate(name: string): boolean {
  return LANGUAGE_CRATES.has(name);
}

function variantNames(item: Item): string[] {
  const names: string[] = [];
  const list = item.node.getChild("EnumVariantList");
  for (const variant of list?.getChildren("EnumVariant") ?? []) {
    const identifier = variant.getChild("Identifier");
    if (identifier !== null) names.push(item.file.text.slice(identifier.from, identifier.to));
  }
  return names;
}
