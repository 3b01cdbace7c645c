/** Structs and enums of Rust with their attributes and documentation, as derive macros see them. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceText } from "../../syntax/source.ts";

/** `key`, `key = value`, `key(value)`; the value as written. */
export type Attributes = ReadonlyMap<string, string | true>;

export interface RustField {
  readonly name: string;
  readonly type: string;
  readonly attributes: Attributes;
  readonly doc: string | undefined;
  readonly from: number;
}

interface RustVariant extends Omit<RustField, "type"> {
  /** Named fields, or the types of a tuple under the names `0`, `1`, … */
  readonly fields: readonly RustField[];
}

export interface RustType {
  readonly name: string;
  readonly derives: ReadonlySet<string>;
  readonly attributes: Attributes;
  readonly doc: string | undefined;
  readonly fields: readonly RustField[];
  readonly variants: readonly RustVariant[];
  readonly from: number;
}

/** The types that something is derived for. */
export function derivedTypes(source: SourceText): RustType[] {
  const found: RustType[] = [];
  source.tree.iterate({
    enter({ node }) {
      if (node.name !== "AttributeItem") return;
      const item = node.getChild("StructItem") ?? node.getChild("EnumItem");
      const name = item?.getChild("TypeIdentifier");
      if (item === null || name === null || name === undefined) return;
      const texts = node.getChildren("Attribute").map((one) => source.text.slice(one.from, one.to));
      const derives = new Set(
        texts
          .flatMap((text) => /^#?\[\s*derive\s*\(([^)]*)\)/.exec(text)?.[1]?.split(",") ?? [])
          .map((one) => one.trim().replace(/^.*::/, "")),
      );
      if (derives.size === 0) return;
      const list = item.getChild("FieldDeclarationList");
      const variants = item.getChild("EnumVariantList");
      found.push({
        name: source.text.slice(name.from, name.to),
        derives,
        attributes: attributesOf(texts),
        doc: docBefore(node, source),
        fields: list === null ? [] : described(list, "FieldDeclaration", source).map((one) => fieldOf(one, source)),
        variants:
          variants === null ? [] : described(variants, "EnumVariant", source).map((one) => variantOf(one, source)),
        from: node.from,
      });
    },
  });
  return found;
}

interface Described {
  readonly node: SyntaxNode;
  readonly attributes: Attributes;
  readonly doc: string | undefined;
}

/** Attributes and comments stand in front of what they belong to. */
function described(list: SyntaxNode, kind: string, { text }: SourceText): Described[] {
  const found: Described[] = [];
  let attributes: string[] = [];
  let docs: string[] = [];
  for (let node = list.firstChild; node !== null; node = node.nextSibling) {
    const own = text.slice(node.from, node.to);
    if (node.name === "Attribute") attributes.push(own);
    else if (node.name === "LineComment" && own.startsWith("///")) docs.push(own.slice(3).trim());
    else if (node.name === kind) {
      found.push({ node, attributes: attributesOf(attributes), doc: docs[0] });
      [attributes, docs] = [[], []];
    }
  }
  return found;
}

function fieldOf({ node, attributes, doc }: Described, { text }: SourceText): RustField {
  const name = node.getChild("FieldIdentifier");
  const type = node.lastChild;
  return {
    name: name === null ? "" : text.slice(name.from, name.to).replace(/^r#/, ""),
    type: type === null ? "" : text.slice(type.from, type.to).replaceAll(/\s+/g, ""),
    attributes,
    doc,
    from: node.from,
  };
}

function variantOf({ node, attributes, doc }: Described, source: SourceText): RustVariant {
  const name = node.getChild("Identifier");
  const named = node.getChild("FieldDeclarationList");
  const tuple = node.getChild("OrderedFieldDeclarationList");
  const types =
    tuple === null
      ? []
      : source.text
          .slice(tuple.from + 1, tuple.to - 1)
          .split(",")
          .map((one) => one.trim().replace(/^Box<(.*)>$/, "$1"));
  return {
    name: name === null ? "" : source.text.slice(name.from, name.to),
    attributes,
    doc,
    from: node.from,
    fields:
      named === null
        ? types
            .filter((type) => type !== "")
            .map((type, index) => ({
              name: String(index),
              type,
              attributes: new Map(),
              doc: undefined,
              from: node.from,
            }))
        : described(named, "FieldDeclaration", source).map((one) => fieldOf(one, source)),
  };
}

/** `docs` of the item itself: the comment lines right in front of it. */
function docBefore(node: SyntaxNode, { text }: SourceText): string | undefined {
  let first: string | undefined;
  for (let at = node.prevSibling; at?.name === "LineComment"; at = at.prevSibling) {
    const own = text.slice(at.from, at.to);
    if (own.startsWith("///")) first = own.slice(3).trim();
  }
  return first;
}

/** The content of `arg(…)`, `command(…)`, `clap(…)`, `value(…)`, all of them together. */
function attributesOf(texts: readonly string[]): Attributes {
  const found = new Map<string, string | true>();
  for (const text of texts) {
    const match = /^#?!?\[\s*(arg|clap|command|group|value)\s*\(([^]*)\)\s*\]$/.exec(text);
    for (const part of match === null ? [] : topLevel(match[2] ?? "")) {
      const [, key = "", equals, call] = /^(\w+)\s*(?:=\s*([^]*)|\(([^]*)\))?$/.exec(part.trim()) ?? [];
      if (key !== "") found.set(key, equals?.trim() ?? call?.trim() ?? true);
    }
  }
  return found;
}

/** Parts between commas that no bracket or quote holds. */
export function topLevel(text: string): string[] {
  const parts: string[] = [];
  let [depth, start, quote] = [0, 0, ""];
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if (quote !== "") {
      if (char === "\\") at++;
      else if (char === quote) quote = "";
    } else if (char === '"') quote = char;
    else if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) depth--;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)].filter((part) => part.trim() !== "");
}

/** The text of a literal `"x"` or `'x'`; undefined for anything computed. */
export function rustText(value: string | true | undefined): string | undefined {
  const match = typeof value === "string" ? /^(?:"((?:[^"\\]|\\.)*)"|'(.)')$/s.exec(value) : null;
  return match === null ? undefined : (match[1] ?? match[2]);
}
