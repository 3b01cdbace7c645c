/**
 * What can be reached from outside, by which paths: the root's public names, and theirs in turn.
 *
 * The shortest path (of equals the first by name) is where an item has its element; every other path is
 * a re-export of it. Paths without anything hidden come first.
 */
import { combine, type Condition } from "./cfg.ts";
import type { Crate, Item, Module, RustFile } from "./modules.ts";
import { type Binding, moduleOf, type Names } from "./names.ts";

export interface PublicItem {
  readonly id: string;
  readonly item: Item;
  readonly cfg: Condition;
  readonly hidden: boolean;
}

export interface PublicPath {
  readonly id: string;
  /** The id of an element of this crate, or a path of another. */
  readonly target: string;
  readonly outside: boolean;
  readonly cfg: Condition;
  readonly hidden: boolean;
  readonly file: RustFile;
  readonly line: number;
}

export interface PublicView {
  readonly items: readonly PublicItem[];
  readonly paths: readonly PublicPath[];
  /** Ids by definition. */
  readonly ids: ReadonlyMap<Item, { readonly id: string; readonly hidden: boolean }>;
  /** The modules that can be reached, with their ids. */
  readonly modules: ReadonlyMap<Module, string>;
}

interface Visit {
  readonly module: Module;
  readonly prefix: string;
  readonly cfg: Condition;
  readonly hidden: boolean;
}

/** Linear in the number of public names, re-exports included. */
export function viewFromOutside(crate: Crate, names: Names): PublicView {
  const items: PublicItem[] = [];
  const paths: PublicPath[] = [];
  const ids = new Map<Item, { readonly id: string; readonly hidden: boolean }>();
  const modules = new Map<Module, string>([[crate.root, ""]]);
  const open: Visit[] = [{ module: crate.root, prefix: "", cfg: { of: "constant", value: true }, hidden: false }];
  const concealed: Visit[] = [];
  const later: { readonly visit: Visit; readonly binding: Binding }[] = [];

  for (let visit = open.shift(); visit !== undefined; visit = open.shift()) look(visit);
  for (const { visit, binding } of later) take(visit, binding, true);
  for (let visit = concealed.shift(); visit !== undefined; visit = concealed.shift()) look(visit);
  return { items, paths, ids, modules };

  function look(visit: Visit): void {
    const all = names.all(visit.module).filter((one) => one.public);
    // Definitions before re-exports, so that an item is found where it lies.
    const sorted = all.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const binding of sorted) {
      const hidden = isHidden(binding);
      if (hidden && !visit.hidden) later.push({ visit, binding });
      else take(visit, binding, visit.hidden || hidden);
    }
    for (const { path, use } of names.globsOutside(visit.module)) {
      if (!use.public) continue;
      const id = idOf(visit.prefix, `* from ${path}`);
      const cfg = combine("all", [visit.cfg, use.cfg]);
      paths.push({
        id,
        target: `${path}::*`,
        outside: true,
        cfg,
        hidden: visit.hidden || use.hidden,
        ...placeOf(use),
      });
    }
  }

  function take({ prefix, cfg: outer }: Visit, { name, meaning, cfg: own, use }: Binding, hidden: boolean): void {
    const cfg = combine("all", [outer, own]);
    const inner = moduleOf(meaning);
    const id = idOf(prefix, labelOf(name, meaning));
    if (inner !== undefined) {
      const known = modules.get(inner);
      if (known === undefined) {
        modules.set(inner, id);
        if (meaning.of === "item") add(id, meaning.item, cfg, hidden);
        (hidden ? concealed : open).push({ module: inner, prefix: id, cfg: outer, hidden });
      } else if (known !== "" && known !== id) repeat(id, known, false);
    } else if (meaning.of === "outside") {
      repeat(id, meaning.path, true);
    } else if (meaning.of === "variant") {
      repeat(id, `${ids.get(meaning.enum)?.id ?? meaning.enum.name}::${meaning.name}`, false);
    } else if (meaning.of === "item") {
      const known = ids.get(meaning.item);
      if (known === undefined || known.id === id) add(id, meaning.item, cfg, hidden);
      else repeat(id, known.id, false);
    }

    function repeat(at: string, target: string, outside: boolean): void {
      const place = use === undefined ? (meaning.of === "item" ? itemPlace(meaning.item) : undefined) : placeOf(use);
      if (place !== undefined) paths.push({ id: at, target, outside, cfg, hidden, ...place });
    }
  }

  function add(id: string, item: Item, cfg: Condition, hidden: boolean): void {
    if (!ids.has(item)) ids.set(item, { id, hidden });
    items.push({ id, item, cfg, hidden });
  }
}

function rank({ use }: Binding): number {
  return use === undefined ? 0 : 1;
}

function isHidden({ hidden, meaning }: Binding): boolean {
  return hidden || (meaning.of === "item" && meaning.item.attributes.hidden);
}

function placeOf({ file, line }: { readonly file: RustFile; readonly line: number }) {
  return { file, line };
}

function itemPlace({ file, node }: Item) {
  return { file, line: file.lineOf(node.from) };
}

function idOf(prefix: string, name: string): string {
  return prefix === "" ? name : `${prefix}::${name}`;
}

/** Functions and macros may share their name with a type, so they are marked. */
function labelOf(name: string, meaning: Binding["meaning"]): string {
  if (meaning.of !== "item") return name;
  if (meaning.item.node.name === "FunctionItem") return `${name}()`;
  return meaning.item.node.name === "MacroDefinition" ? `${name}!` : name;
}
