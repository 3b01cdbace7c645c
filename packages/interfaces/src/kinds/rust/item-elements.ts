/** Elements of public items: what each is, with its public members. */
import type { SyntaxNode } from "@lezer/common";
import { childOf, childrenOf, textOf } from "../../syntax/node.ts";
import type { Attributes } from "./attributes.ts";
import { combine } from "./cfg.ts";
import { type Draft, signatureOf } from "./draft.ts";
import { functionShape } from "./function.ts";
import { readGenerics } from "./generics.ts";
import type { Item } from "./modules.ts";
import type { Names } from "./names.ts";
import type { PublicItem, PublicView } from "./public-items.ts";
import type { RustShape, TraitShape } from "./structure.ts";
import { joinTokens, tokensOf } from "./tokens.ts";
import { constantType, readTrait } from "./traits.ts";
import { aliasTarget, type Scope, typeText } from "./type-text.ts";
import { readType } from "./type-shapes.ts";
import { isSealed, namesPrivate } from "./sealed.ts";

export function itemElements(found: PublicItem, view: PublicView, names: Names, proceduralCrate: boolean): Draft[] {
  const { item } = found;
  const scope: Scope = { names, module: item.module, generics: new Map() };
  switch (item.node.name) {
    case "StructItem":
    case "UnionItem":
    case "EnumItem":
      return typeElements(found, scope);
    case "TraitItem":
      return traitElements(found, scope, view);
    case "FunctionItem":
      return functionElements(found, scope, proceduralCrate);
    case "ConstItem":
    case "StaticItem":
      return [valueElement(found, scope)];
    case "TypeItem":
      return [aliasElement(found, scope)];
    case "AssociatedType":
      return [
        draft(found, "type", {
          of: "alias",
          generics: readGenerics(item.node, item.file, scope, "$").generics,
          target: "extern type",
          deprecated: false,
        }),
      ];
    case "MacroDefinition":
      return [
        draft(found, "macro", {
          of: "macro",
          patterns: patternsOf(item),
          deprecated: item.attributes.deprecated,
        }),
      ];
    default:
      return [draft(found, "module", { of: "module", deprecated: item.attributes.deprecated })];
  }
}

const KINDS = { struct: "struct", union: "union", enum: "enum" } as const;
const BODIES: ReadonlySet<string> = new Set([
  "Block",
  "DeclarationList",
  "FieldDeclarationList",
  "EnumVariantList",
  "=",
]);

function headOf({ node, file }: Item): string {
  const body = childrenOf(node).find(({ name }) => BODIES.has(name));
  return signatureOf(file.text.slice(node.from, body?.from ?? node.to));
}

function draft(found: PublicItem, kind: string, shape: RustShape, signature = headOf(found.item)): Draft {
  const { id, item, cfg, hidden } = found;
  return {
    id,
    kind,
    signature,
    shape,
    cfg,
    hidden,
    deprecated: item.attributes.deprecated,
    doc: item.doc,
    file: item.file,
    line: item.file.lineOf(item.node.from),
  };
}

interface Part {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly attributes: Attributes;
  readonly doc: string | undefined;
}

/** A member of an element, which is where its owner is. */
function member(
  found: PublicItem,
  part: Part,
  joint: string,
  kind: string,
  shape: RustShape,
  signature: string,
): Draft {
  return {
    ...draft(found, kind, shape, signature),
    id: `${found.id}${joint}${part.name}`,
    cfg: combine("all", [found.cfg, part.attributes.cfg]),
    hidden: found.hidden || part.attributes.hidden,
    deprecated: part.attributes.deprecated,
    doc: part.doc,
    line: found.item.file.lineOf(part.node.from),
  };
}

function typeElements(found: PublicItem, scope: Scope): Draft[] {
  const { file } = found.item;
  const { shape, fields, variants } = readType(found.item, scope);
  return [
    draft(found, KINDS[shape.of], shape),
    ...fields.map((field) => member(found, field, ".", "field", field.shape, `${field.name}: ${field.shape.type}`)),
    ...variants.map((variant) =>
      member(found, variant, "::", "variant", variant.shape, signatureOf(textOf(variant.node, file.text))),
    ),
  ];
}

function traitElements(found: PublicItem, scope: Scope, view: PublicView): Draft[] {
  const { item } = found;
  const { shape, members } = readTrait(item, scope);
  const sealed = isSealed(item, shape, members, view, scope.names);
  // A supertrait that nobody can name seals the trait, and says nothing else to anybody.
  const supertraits = shape.supertraits.filter((one) => !namesPrivate(one, scope.names, view, item));
  const whole: TraitShape = { ...shape, supertraits, sealed };
  return [
    draft(found, "trait", whole),
    ...members.map((part) => {
      const name = part.shape.of === "function" ? `${part.name}()` : part.name;
      const body = childOf(part.node, "Block");
      const text = signatureOf(item.file.text.slice(part.node.from, body?.from ?? part.node.to));
      return member(found, { ...part, name }, "::", part.kind, part.shape, text);
    }),
  ];
}

function functionElements(found: PublicItem, scope: Scope, proceduralCrate: boolean): Draft[] {
  const { item } = found;
  const { procedural } = item.attributes;
  if (procedural !== undefined) return [proceduralMacro(found, procedural)];
  if (proceduralCrate) return [];
  const foreign = foreignAbi(item);
  const shape = functionShape(item.node, item.file, item.attributes, scope, {
    inTrait: false,
    ...(foreign && { foreign }),
  });
  return [draft(found, "function", shape)];
}

function foreignAbi({ node, file }: Item): { readonly abi: string } | undefined {
  const around = node.parent?.name === "AttributeItem" ? node.parent.parent?.parent : node.parent?.parent;
  if (around?.name !== "ForeignModItem") return undefined;
  const text = textOf(childOf(around, "String"), file.text);
  return { abi: text === "" ? "C" : text.replaceAll('"', "") };
}

function proceduralMacro(found: PublicItem, { of, what }: NonNullable<Attributes["procedural"]>): Draft {
  const name = found.id.replace(/\(\)$/, "");
  const [derived = name, ...rest] = joinTokens(tokensOf(what)).split(",");
  const helpers = /attributes\((.*)\)/.exec(rest.join(","))?.[1]?.split(",") ?? [];
  const labels = { function: `${name}!`, attribute: `#[${name}]`, derive: `derive(${derived})` };
  const patterns =
    of === "derive"
      ? helpers
          .map((one) => one.trim())
          .filter((one) => one !== "")
          .sort()
      : [];
  const shape: RustShape = { of: "macro", patterns, deprecated: found.item.attributes.deprecated };
  return { ...draft(found, `${of}-macro`, shape, labels[of]), id: labels[of] };
}

function valueElement(found: PublicItem, scope: Scope): Draft {
  const { item } = found;
  const { node, file, attributes } = item;
  const isStatic = node.name === "StaticItem";
  const foreign = foreignAbi(item) !== undefined;
  return draft(found, isStatic ? "static" : "const", {
    of: isStatic ? "static" : "const",
    type: typeText(constantType(textOf(node, file.text)), scope).replaceAll("&'_", "&'static"),
    mutable: childOf(node, "mut") !== undefined,
    unsafe: foreign && childOf(node, "safe") === undefined,
    provided: true,
    inTrait: false,
    deprecated: attributes.deprecated,
  });
}

function aliasElement(found: PublicItem, outer: Scope): Draft {
  const { item } = found;
  const { generics, scope } = readGenerics(item.node, item.file, outer, "$");
  const target = typeText(aliasTarget(item), scope);
  const shape: RustShape = {
    of: "alias",
    generics,
    target,
    deprecated: item.attributes.deprecated,
  };
  return draft(found, "type", shape, signatureOf(textOf(item.node, item.file.text)));
}

/** What each arm of a macro takes, whatever its variables are called. */
function patternsOf({ node, file }: Item): string[] {
  return childrenOf(node)
    .filter(({ name }) => name === "MacroRule")
    .map((rule) => {
      const text = textOf(rule.firstChild ?? undefined, file.text);
      return joinTokens(tokensOf(text.slice(1, -1))).replaceAll(/\$[\w]+:/g, "$:");
    });
}
