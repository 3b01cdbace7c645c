/** The tree of modules of a crate, as `mod` declarations make it from files, with the items of each. */
import type { SyntaxNode } from "@lezer/common";
import { linesOf } from "../../syntax/lines.ts";
import { childOf, childrenOf, textOf } from "../../syntax/node.ts";
import {
  type Attributes,
  docAbove,
  isPublic,
  isShared,
  NO_ATTRIBUTES,
  readAttribute,
  readAttributes,
  unwrap,
} from "./attributes.ts";
import { ALWAYS, combine, type Condition, readCondition } from "./cfg.ts";
import { branchesOf, readItems } from "./item-macros.ts";
import { bodyWithoutInput, hasErrors, inside, NAMED, nameOf } from "./item-syntax.ts";
import type { RustText } from "./contribution.ts";
import { readUse, type UseTree } from "./use-tree.ts";

export interface RustFile {
  readonly path: string;
  readonly text: string;
  lineOf(offset: number): number;
}

export interface Item {
  /** The name of its node in the grammar, `StructItem` and such. */
  readonly node: SyntaxNode;
  readonly name: string;
  readonly file: RustFile;
  readonly module: Module;
  readonly attributes: Attributes;
  /** Of the item and of all that is around it. */
  readonly cfg: Condition;
  readonly public: boolean;
  /** Used beyond its module, if only inside the crate. */
  readonly shared: boolean;
  readonly doc: string | undefined;
  /** Of a `mod` whose file was found. */
  readonly inner?: Module;
}

export interface Use {
  readonly tree: UseTree;
  readonly public: boolean;
  readonly shared: boolean;
  readonly hidden: boolean;
  readonly cfg: Condition;
  readonly file: RustFile;
  readonly line: number;
  readonly doc: string | undefined;
}

/** What makes items that can't be seen: a macro that is called, or text that can't be read. */
interface Opaque {
  readonly name: string;
  readonly text: string;
  readonly file: RustFile;
  readonly line: number;
}

export interface Module {
  /** `crate::a::b`. */
  readonly path: string;
  readonly parent: Module | undefined;
  readonly items: Item[];
  readonly uses: Use[];
  readonly impls: Item[];
  readonly opaque: Opaque[];
}

export interface Crate {
  readonly root: Module;
  readonly modules: readonly Module[];
  /** Text of the attributes `no_std`, `cfg_attr(…, no_std)`; undefined: the crate needs std. */
  readonly noStd: string | undefined;
}

/** Modules nest no deeper in written code. */
const DEPTH = 40;
const MAX_MODULES = 20_000;

/** Reads the crate from its root file. Linear in the text of the files that belong to it. */
export function readCrate(root: string, read: (path: string) => RustText | undefined): Crate {
  const modules: Module[] = [];
  const entered = new Set<string>();
  /** Macros that take nothing: what a call makes is what is written in them. */
  const plainMacros = new Map<string, string | undefined>();
  const top = open("crate", undefined);
  let noStd: string | undefined;
  enter(root, top, folderOf(root), ALWAYS, 0);
  return { root: top, modules, noStd };

  function open(path: string, parent: Module | undefined): Module {
    const module: Module = { path, parent, items: [], uses: [], impls: [], opaque: [] };
    modules.push(module);
    return module;
  }

  function enter(path: string, module: Module, folder: string, cfg: Condition, depth: number): RustFile | undefined {
    const source = read(path);
    // A file that is its own child would never end; one that two modules share is read for both.
    const key = `${path} ${module.path}`;
    if (source === undefined || entered.has(key) || depth > DEPTH || modules.length > MAX_MODULES) return undefined;
    entered.add(key);
    const { text, tree } = source;
    const file: RustFile = { path, text, lineOf: linesOf(text) };
    if (tree === undefined) module.opaque.push({ name: "what can't be read", text, file, line: 1 });
    else {
      const nodes = childrenOf(tree.topNode);
      if (module === top) noStd = noStdOf(nodes, file);
      fill(module, file, nodes, { folder, fileFolder: folderOf(path), cfg, depth });
    }
    return file;
  }

  function fill(module: Module, file: RustFile, nodes: readonly SyntaxNode[], around: Around): void {
    for (const node of nodes) {
      const { item, attributes: found } = unwrap(node);
      if (item.name.endsWith("Comment") || item.name === "InnerAttribute" || item.name === ";") continue;
      const attributes = found.length === 0 ? NO_ATTRIBUTES : readAttributes(found, file.text);
      const cfg = combine("all", [around.cfg, attributes.cfg]);
      if (cfg.of === "constant" && !cfg.value) continue;
      add(module, { node, item, file, attributes, cfg }, around);
    }
  }

  function add(module: Module, { node, item, file, attributes, cfg }: Found, around: Around): void {
    const line = file.lineOf(item.from);
    const visible = isPublic(item, file.text);
    const shared = isShared(item);
    const doc = docAbove(node, file.text);
    if (item.name === "UseDeclaration" || item.name === "ExternCrateDeclaration") {
      const text = textOf(item, file.text);
      for (const tree of readUse(text))
        module.uses.push({
          tree,
          public: visible,
          shared,
          hidden: attributes.hidden,
          cfg,
          file,
          line,
          doc,
        });
    } else if (item.name === "MacroInvocation" || item.name === "ExpressionStatement") {
      invoke(module, item, file, { ...around, cfg });
    } else if (item.name === "ForeignModItem") {
      const list = childOf(item, "DeclarationList");
      if (list !== undefined) fill(module, file, inside(list), { ...around, cfg });
    } else if (hasErrors(item) || item.type.isError) {
      module.opaque.push({ name: "what can't be read", text: textOf(item, file.text), file, line });
    } else if (item.name === "ImplItem") {
      module.impls.push({
        node: item,
        name: "",
        file,
        module,
        attributes,
        cfg,
        public: true,
        shared: true,
        doc,
      });
    } else if (NAMED.has(item.name)) {
      const name = nameOf(item, file.text);
      if (item.name === "MacroDefinition") plainMacros.set(name, bodyWithoutInput(item, file.text));
      const common = {
        node: item,
        name,
        file,
        module,
        attributes,
        cfg,
        public: visible,
        shared,
        doc,
      };
      if (item.name === "ModItem") module.items.push({ ...common, ...nested(module, common, around) });
      else module.items.push(common);
    }
  }

  function nested(module: Module, { node, name, file, attributes, cfg }: Omit<Item, "module">, around: Around) {
    const inner = open(`${module.path}::${name}`, module);
    const list = childOf(node, "DeclarationList");
    const depth = around.depth + 1;
    const folder = joined(around.folder, name);
    if (list !== undefined) {
      if (depth <= DEPTH) fill(inner, file, inside(list), { folder, fileFolder: folder, cfg, depth });
      return { inner };
    }
    const usual = [`${folder}.rs`, joined(folder, "mod.rs")];
    const told = attributes.path === undefined ? [] : [joined(around.fileFolder, attributes.path)];
    for (const one of told.length === 0 || attributes.pathConditional ? [...usual, ...told] : told) {
      const below = one === usual[0] && !told.includes(one) ? folder : folderOf(one);
      if (enter(one, inner, below, cfg, depth) !== undefined) return { inner };
    }
    return { inner };
  }

  /** Items that are handed to a macro exist on its conditions, whatever those are. */
  function invoke(module: Module, item: SyntaxNode, file: RustFile, around: Around): void {
    const text = textOf(item, file.text);
    const line = file.lineOf(item.from);
    const name = /^[\w:\s]+?(?=\s*!)/.exec(text)?.[0].split("::").at(-1)?.trim() ?? "";
    const plain = /!\s*[([{]\s*[)\]}]\s*;?\s*$/.test(text) ? plainMacros.get(name) : undefined;
    const branches = plain === undefined ? branchesOf(name, text) : [{ text: plain, cfg: ALWAYS }];
    const read = branches.map((branch) => readItems(branch.text));
    if (read.length === 0 || read.includes(undefined) || around.depth > DEPTH) {
      module.opaque.push({ name: `${name}!`, text, file, line });
      return;
    }
    branches.forEach((branch, at) => {
      const shifted: RustFile = { path: file.path, text: branch.text, lineOf: () => line };
      const cfg = combine("all", [around.cfg, branch.cfg]);
      fill(module, shifted, read[at] ?? [], { ...around, cfg, depth: around.depth + 1 });
    });
  }
}

interface Around {
  /** Where files of modules below lie. */
  readonly folder: string;
  /** What `#[path]` is relative to. */
  readonly fileFolder: string;
  readonly cfg: Condition;
  readonly depth: number;
}

interface Found {
  /** With the attributes around it. */
  readonly node: SyntaxNode;
  readonly item: SyntaxNode;
  readonly file: RustFile;
  readonly attributes: Attributes;
  readonly cfg: Condition;
}

function noStdOf(nodes: readonly SyntaxNode[], { text }: RustFile): string | undefined {
  for (const node of nodes) {
    if (node.name !== "InnerAttribute") continue;
    const raw = textOf(node, text);
    if (!readAttribute(raw).some(({ name }) => name === "no_std")) continue;
    const condition = /cfg_attr\s*\(([\s\S]*),\s*no_std/.exec(raw)?.[1];
    return condition === undefined ? "always" : conditionOf(condition);
  }
  return undefined;
}

function conditionOf(text: string): string {
  return JSON.stringify(readCondition(text));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** With `..` worked out. */
function joined(folder: string, path: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
