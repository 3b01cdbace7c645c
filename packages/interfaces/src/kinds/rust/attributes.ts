/** Attributes and documentation of an item. */
import type { SyntaxNode } from "@lezer/common";
import { childOf, childrenOf, textOf } from "../../syntax/node.ts";
import { combine, type Condition, readCondition, splitTop } from "./cfg.ts";

export interface Attributes {
  readonly cfg: Condition;
  readonly hidden: boolean;
  readonly deprecated: boolean;
  readonly nonExhaustive: boolean;
  readonly mustUse: boolean;
  readonly macroExport: boolean;
  readonly macroUse: boolean;
  /** Paths as written. */
  readonly derives: readonly string[];
  readonly repr: readonly string[];
  readonly targetFeatures: readonly string[];
  readonly path: string | undefined;
  /** Only under a condition its file is at `path`. */
  readonly pathConditional: boolean;
  readonly symbol: string | undefined;
  /** `name(what)` of the attributes that make a procedural macro. */
  readonly procedural: { readonly of: "function" | "attribute" | "derive"; readonly what: string } | undefined;
}

/** One attribute: its name, and what stands in its brackets or behind its `=`. */
interface Attribute {
  readonly name: string;
  readonly value: string;
  /** A condition adds it. */
  readonly conditional?: true;
}

export function readAttributes(nodes: readonly SyntaxNode[], source: string): Attributes {
  return attributesFrom(nodes.flatMap((node) => readAttribute(textOf(node, source))));
}

/** `[name(…)]`, `#![name = …]`; what `cfg_attr` adds under a condition counts as there. */
export function readAttribute(text: string): Attribute[] {
  const written = text.replace(/^#?!?\s*\[/, "").replace(/\]\s*$/, "");
  const inner = /^\s*unsafe\s*\(([\s\S]*)\)\s*$/.exec(written)?.[1] ?? written;
  const match = /^\s*([\w:\s]+?)\s*(?:\(([\s\S]*)\)|=([\s\S]*))?\s*$/.exec(inner);
  if (match === null) return [];
  const name = (match[1] ?? "").replaceAll(/\s+/g, "");
  const value = (match[2] ?? match[3] ?? "").trim();
  if (name !== "cfg_attr") return [{ name, value }];
  const [condition = "", ...added] = splitTop(value);
  const when = readCondition(condition);
  if (when.of === "constant" && !when.value) return [];
  const all = added.flatMap((one) => readAttribute(`[${one.trim()}]`)).filter((one) => one.name !== "cfg");
  return when.of === "constant" ? all : all.map((one) => ({ ...one, conditional: true }));
}

function attributesFrom(all: readonly Attribute[]): Attributes {
  const named = (name: string) => all.filter((one) => one.name === name);
  const has = (name: string) => named(name).length > 0;
  const list = (name: string) =>
    named(name).flatMap(({ value }) => splitTop(value).map((one) => one.replaceAll(/\s+/g, "")));
  const text = (name: string) => /"([^"]*)"/.exec(named(name)[0]?.value ?? "")?.[1];
  const procedural = (["function", "attribute", "derive"] as const).find((of) => has(MACROS[of]));
  return {
    cfg: combine(
      "all",
      named("cfg").map(({ value }) => readCondition(value)),
    ),
    // What is hidden because it is deprecated is promised still.
    hidden: !has("deprecated") && named("doc").some(({ value }) => /(?:^|,)\s*hidden\s*(?:,|$)/.test(value)),
    deprecated: has("deprecated"),
    nonExhaustive: has("non_exhaustive"),
    mustUse: has("must_use"),
    macroExport: has("macro_export"),
    macroUse: has("macro_use"),
    derives: list("derive"),
    repr: list("repr").sort(),
    targetFeatures: named("target_feature")
      .flatMap(({ value }) => (/enable\s*=\s*"([^"]*)"/.exec(value)?.[1] ?? "").split(","))
      .map((one) => one.trim())
      .filter((one) => one !== "")
      .sort(),
    path: text("path"),
    pathConditional: named("path")[0]?.conditional === true,
    symbol: text("export_name") ?? (has("no_mangle") ? "" : undefined),
    procedural: procedural && { of: procedural, what: named(MACROS[procedural])[0]?.value ?? "" },
  };
}

const MACROS = {
  function: "proc_macro",
  attribute: "proc_macro_attribute",
  derive: "proc_macro_derive",
} as const;

export const NO_ATTRIBUTES: Attributes = attributesFrom([]);

/** An item without the attributes around it, and those. */
export function unwrap(node: SyntaxNode): { item: SyntaxNode; attributes: SyntaxNode[] } {
  const attributes: SyntaxNode[] = [];
  let item = node;
  while (item.name === "AttributeItem") {
    attributes.push(...childrenOf(item).filter(({ name }) => name === "Attribute"));
    const inner = childrenOf(item).find(({ name }) => name !== "Attribute" && !name.endsWith("Comment"));
    if (inner === undefined) break;
    item = inner;
  }
  const own = item.name === "AttributeItem" ? [] : childrenOf(item).filter(({ name }) => name === "Attribute");
  return { item, attributes: [...attributes, ...own] };
}

/** The first paragraph above a node: `///` lines, or the start of a block comment for documentation. */
export function docAbove(node: SyntaxNode, source: string): string | undefined {
  const lines: string[] = [];
  for (let above = node.prevSibling; above !== null; above = above.prevSibling) {
    if (!above.name.endsWith("Comment")) break;
    const text = textOf(above, source);
    if (text.startsWith("///")) lines.unshift(text.slice(3).trim());
    else if (text.startsWith("/**"))
      lines.unshift(
        text
          .slice(3, -2)
          .replaceAll(/^\s*\*?\s?/gm, "")
          .trim(),
      );
    else break;
  }
  return lines.find((line) => line !== "");
}

/** Whether it says at all that others than its own module may use it: `pub(crate)`, `pub(super)` too. */
export function isShared(node: SyntaxNode): boolean {
  return childOf(node, "Vis") !== undefined;
}

export function isPublic(node: SyntaxNode, source: string): boolean {
  return textOf(childOf(node, "Vis"), source).trim() === "pub";
}
