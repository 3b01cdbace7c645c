/** Traits: what must be implemented, who may, and whether `dyn Trait` is possible. */
import type { SyntaxNode } from "@lezer/common";
import { childOf, childrenOf, textOf } from "../../syntax/node.ts";
import { type Attributes, docAbove, NO_ATTRIBUTES, readAttributes, unwrap } from "./attributes.ts";
import { functionShape } from "./function.ts";
import { boundsOf, readGenerics } from "./generics.ts";
import type { Item } from "./modules.ts";
import type { AssociatedTypeShape, FunctionShape, TraitShape, ValueShape } from "./structure.ts";
import { tokensOf } from "./tokens.ts";
import { type Scope, topLevelEquals, typeText } from "./type-text.ts";

export interface TraitMember {
  readonly name: string;
  readonly kind: string;
  readonly shape: FunctionShape | AssociatedTypeShape | ValueShape;
  readonly node: SyntaxNode;
  readonly attributes: Attributes;
  readonly doc: string | undefined;
  readonly required: boolean;
}

export interface ReadTrait {
  /** `sealed` is for the caller to say: it takes knowing what is public. */
  readonly shape: TraitShape;
  readonly members: readonly TraitMember[];
}

export function readTrait(item: Item, outer: Scope): ReadTrait {
  const { node, file, attributes } = item;
  const { generics, scope, ofSelf } = readGenerics(node, file, outer, "$");
  const bounds = childOf(node, "TraitBounds");
  const written = bounds === undefined ? [] : boundsOf(tokensOf(textOf(bounds, file.text)).slice(1), scope);
  const supertraits = [...new Set([...written, ...ofSelf])].filter((one) => !one.startsWith("?")).sort();
  const list = childOf(node, "DeclarationList");
  const members = list === undefined ? [] : childrenOf(list).flatMap((child) => readMember(child, item, scope));
  const shape: TraitShape = {
    of: "trait",
    deprecated: attributes.deprecated,
    generics,
    unsafe: childOf(node, "unsafe") !== undefined,
    supertraits,
    sealed: false,
    dyn: !supertraits.some((one) => NEVER_DYN.test(one)) && members.every(allowsDyn),
    mustUse: attributes.mustUse,
  };
  return { shape, members };
}

/** Traits of std whose methods are generic, give `Self`, or take it. */
const NEVER_DYN = /^std::(?:marker::(?:Sized|Copy)|clone::Clone|default::Default|cmp::\w+|hash::Hash)$/;

function readMember(child: SyntaxNode, { file }: Item, scope: Scope): TraitMember[] {
  const { item: node, attributes: found } = unwrap(child);
  const attributes = found.length === 0 ? NO_ATTRIBUTES : readAttributes(found, file.text);
  if (attributes.cfg.of === "constant" && !attributes.cfg.value) return [];
  const doc = docAbove(child, file.text);
  const name = textOf(childOf(node, "BoundIdentifier", "TypeIdentifier"), file.text).replace(/^r#/, "");
  const common = { name, node, attributes, doc };
  const { deprecated } = attributes;
  switch (node.name) {
    case "FunctionItem": {
      const shape = functionShape(node, file, attributes, scope, { inTrait: true });
      return [{ ...common, kind: "trait-method", shape, required: !shape.provided }];
    }
    case "ConstItem": {
      const text = textOf(node, file.text);
      const provided = topLevelEquals(text) >= 0;
      const type = typeText(constantType(text), scope);
      const shape: ValueShape = {
        of: "const",
        type,
        mutable: false,
        unsafe: false,
        provided,
        inTrait: true,
        deprecated,
      };
      return [{ ...common, kind: "trait-const", shape, required: !provided }];
    }
    case "AssociatedType":
    case "TypeItem": {
      const own = readGenerics(node, file, scope, "#");
      const bounds = childOf(node, "TraitBounds");
      const text = textOf(node, file.text);
      const equals = topLevelEquals(text);
      const shape: AssociatedTypeShape = {
        of: "associated-type",
        generics: own.generics,
        bounds: bounds === undefined ? [] : boundsOf(tokensOf(textOf(bounds, file.text)).slice(1), own.scope),
        default: equals < 0 ? null : typeText(text.slice(equals + 1).replace(/;\s*$/, ""), own.scope),
        deprecated,
      };
      return [{ ...common, kind: "trait-type", shape, required: equals < 0 }];
    }
    default:
      return [];
  }
}

/** `const NAME: Type = value;` */
export function constantType(text: string): string {
  const equals = topLevelEquals(text);
  const head = equals < 0 ? text.replace(/;\s*$/, "") : text.slice(0, equals);
  return head.replace(/^[^:]*:(?!:)/, "");
}

/** Source: "Dyn compatibility" of the Rust reference. */
function allowsDyn({ shape }: TraitMember): boolean {
  if (shape.of === "const") return false;
  if (shape.of === "associated-type") return shape.generics.parameters.length === 0 && shape.generics.lifetimes === 0;
  if (shape.of !== "function" || shape.generics.where.includes("Self:std::marker::Sized")) return true;
  const types = [...shape.parameters.slice(1), shape.returns];
  return (
    shape.receiver &&
    shape.generics.parameters.length === 0 &&
    !types.some((type) => /\bSelf\b(?!::)/.test(type)) &&
    !shape.parameters.some((type) => /\bimpl\b/.test(type)) &&
    !/^impl\b/.test(shape.returns)
  );
}
