/** The shapes of structs, unions and enums, with their public fields and variants. */
import type { SyntaxNode } from "@lezer/common";
import { childOf, childrenOf, textOf } from "../../syntax/node.ts";
import { type Attributes, docAbove, isPublic, readAttributes } from "./attributes.ts";
import { type Condition, conditionText } from "./cfg.ts";
import { neverOf } from "./auto-traits.ts";
import { readGenerics } from "./generics.ts";
import type { Item, RustFile } from "./modules.ts";
import type { FieldShape, Fields, TypeShape, VariantShape } from "./structure.ts";
import { type Scope, topLevelEquals, typeText } from "./type-text.ts";

/** A part of a type that is an element of its own. */
interface Member<Shape> {
  readonly name: string;
  readonly shape: Shape;
  readonly node: SyntaxNode;
  readonly attributes: Attributes;
  readonly doc: string | undefined;
}

export interface ReadType {
  readonly shape: TypeShape;
  readonly fields: readonly Member<FieldShape>[];
  readonly variants: readonly Member<VariantShape>[];
}

/** A field as it is declared. */
interface Field {
  readonly name: string;
  readonly type: string;
  readonly public: boolean;
  readonly node: SyntaxNode;
  readonly attributes: Attributes;
  readonly doc: string | undefined;
}

const OF = { StructItem: "struct", UnionItem: "union", EnumItem: "enum" } as const;

export function readType(item: Item, outer: Scope): ReadType {
  const { node, file, attributes } = item;
  const { generics, scope } = readGenerics(node, file, outer, "$");
  const of = OF[node.name as keyof typeof OF];
  const fields = fieldsIn(node, file, scope);
  const variants = of === "enum" ? variantsOf(node, file, scope) : [];
  const open = fields.filter((field) => field.public && !field.attributes.hidden);
  const derives = attributes.derives.map((path) => path.split("::").at(-1));
  const inner = [
    ...fields.map(({ type }) => type),
    ...variants.flatMap(({ shape }) => shape.types.map(({ type }) => type)),
  ];
  const concealed = [...fields.filter((field) => field.public), ...variants].filter((one) => one.attributes.hidden);
  const shape: TypeShape = {
    of,
    deprecated: attributes.deprecated,
    generics,
    fields: kindOfFields(node),
    open:
      of === "enum"
        ? variants.filter((one) => !one.attributes.hidden).map(({ name }) => name)
        : open.map(({ name }) => name),
    closed: fields.filter((field) => !field.public).length,
    concealed: concealed.length,
    nonExhaustive: attributes.nonExhaustive,
    mustUse: attributes.mustUse,
    repr: attributes.repr.filter((one) => one !== "Rust"),
    discriminants: of === "enum" ? discriminantsOf(node, file) : {},
    castable:
      of === "enum" &&
      variants.every(({ shape: one }) => one.types.length === 0 && !one.nonExhaustive && one.fields !== "named"),
    ordered: derives.includes("PartialOrd"),
    never: [...neverOf(inner), ...(isUnsized(fields.at(-1)?.type ?? "") ? ["Sized"] : [])],
  };
  return { shape, fields: open.map((field) => memberOf(field)), variants };
}

function isUnsized(type: string): boolean {
  return type === "str" || type.startsWith("dyn ") || /^\[[^;]*\]$/.test(type);
}

function memberOf({ name, type, node, attributes, doc }: Field): Member<FieldShape> {
  return {
    name,
    shape: withCfg({ of: "field", type, deprecated: attributes.deprecated }, attributes.cfg),
    node,
    attributes,
    doc,
  };
}

function withCfg<Shape extends object>(shape: Shape, cfg: Condition): Shape {
  return cfg.of === "constant" ? shape : { ...shape, cfg: conditionText(cfg) };
}

function kindOfFields(node: SyntaxNode): Fields {
  if (childOf(node, "OrderedFieldDeclarationList") !== undefined) return "tuple";
  return childOf(node, "FieldDeclarationList") === undefined ? "unit" : "named";
}

/** Both kinds of lists hold attributes beside what they belong to. */
function fieldsIn(node: SyntaxNode, file: RustFile, scope: Scope): Field[] {
  const list = childOf(node, "OrderedFieldDeclarationList", "FieldDeclarationList");
  if (list === undefined) return [];
  const fields: Field[] = [];
  let attributes: SyntaxNode[] = [];
  let visible = false;
  let position = 0;
  for (const child of childrenOf(list)) {
    if (child.name === "Attribute") attributes.push(child);
    else if (child.name === "Vis") visible = textOf(child, file.text).trim() === "pub";
    else if (child.name === ",") [attributes, visible] = [[], false];
    else if (
      child.name !== "(" &&
      child.name !== ")" &&
      child.name !== "{" &&
      child.name !== "}" &&
      !child.name.endsWith("Comment")
    ) {
      const read = readAttributes(attributes, file.text);
      const named = child.name === "FieldDeclaration";
      const name = named ? textOf(childOf(child, "FieldIdentifier"), file.text).replace(/^r#/, "") : String(position++);
      const source = named ? textOf(child, file.text).replace(/^[\s\S]*?:(?!:)/, "") : textOf(child, file.text);
      if (!(read.cfg.of === "constant" && !read.cfg.value))
        fields.push({
          name,
          type: typeText(source, scope),
          public: named ? isPublic(child, file.text) : visible,
          node: child,
          attributes: read,
          doc: docAbove(attributes[0] ?? child, file.text),
        });
    }
  }
  return fields;
}

function variantsOf(node: SyntaxNode, file: RustFile, scope: Scope): Member<VariantShape>[] {
  const list = childOf(node, "EnumVariantList");
  if (list === undefined) return [];
  const variants: Member<VariantShape>[] = [];
  let pending: SyntaxNode[] = [];
  for (const child of childrenOf(list)) {
    if (child.name === "Attribute") pending.push(child);
    if (child.name !== "EnumVariant") continue;
    const attributes = readAttributes(pending, file.text);
    const doc = docAbove(pending[0] ?? child, file.text);
    pending = [];
    if (attributes.cfg.of === "constant" && !attributes.cfg.value) continue;
    const types = fieldsIn(child, file, scope).map((field) => ({
      name: field.name,
      type: field.type,
      hidden: field.attributes.hidden,
    }));
    const shape: VariantShape = withCfg(
      {
        of: "variant",
        deprecated: attributes.deprecated,
        fields: kindOfFields(child),
        nonExhaustive: attributes.nonExhaustive,
        types,
      },
      attributes.cfg,
    );
    const name = textOf(childOf(child, "Identifier"), file.text).replace(/^r#/, "");
    variants.push({ name, shape, node: child, attributes, doc });
  }
  return variants;
}

function discriminantsOf(node: SyntaxNode, file: RustFile): { [variant: string]: string } {
  const list = childOf(node, "EnumVariantList");
  if (list === undefined) return {};
  const values: { [variant: string]: string } = {};
  let [base, offset] = ["", 0n];
  for (const variant of childrenOf(list).filter(({ name }) => name === "EnumVariant")) {
    const text = textOf(variant, file.text);
    const equals = topLevelEquals(text);
    if (equals >= 0) {
      const written = text
        .slice(equals + 1)
        .trim()
        .replaceAll("_", "");
      const number = /^-?(?:0x[\da-f]+|0b[01]+|0o[0-7]+|\d+)$/i.test(written);
      [base, offset] = number ? ["", bigint(written)] : [written, 0n];
    }
    const name = textOf(childOf(variant, "Identifier"), file.text);
    values[name] = base === "" ? String(offset) : `${base}+${offset}`;
    offset++;
  }
  return values;
}

function bigint(text: string): bigint {
  return text.startsWith("-") ? -BigInt(text.slice(1)) : BigInt(text);
}
