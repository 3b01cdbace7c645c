/** What types gain by impls: methods, constants, traits. */
import type { SyntaxNode } from "@lezer/common";
import { childOf, childrenOf, textOf } from "../../syntax/node.ts";
import { isPublic, NO_ATTRIBUTES, readAttributes, unwrap, docAbove } from "./attributes.ts";
import { combine } from "./cfg.ts";
import { type Draft, signatureOf } from "./draft.ts";
import { functionShape } from "./function.ts";
import { readGenerics } from "./generics.ts";
import type { Item } from "./modules.ts";
import type { Meaning, Names } from "./names.ts";
import type { PublicView } from "./public-items.ts";
import { implId, publicText } from "./public-names.ts";
import type { Generics, RustShape } from "./structure.ts";
import { behindClosing, splitTokens, tokensOf } from "./tokens.ts";
import { constantType } from "./traits.ts";
import { renderTokens, type Scope, topLevelEquals, typeMeaning, typeText } from "./type-text.ts";

export interface ImplContext {
  readonly names: Names;
  readonly view: PublicView;
}

export function implElements(item: Item, { names, view }: ImplContext): Draft[] {
  const header = readHeader(item, names);
  if (header === undefined) return [];
  return header.trait === undefined ? inherent(item, header, view) : ofTrait(item, header, names, view);
}

interface Header {
  readonly scope: Scope;
  readonly generics: Generics;
  readonly labels: readonly string[];
  /** Undefined for inherent impls. */
  readonly trait: string | undefined;
  readonly negative: boolean;
  readonly self: string;
  readonly target: Item | undefined;
  /** Of the type's arguments, where they are more than its own parameters. */
  readonly specialised: string;
  readonly blanket: boolean;
}

/** `impl<…> [!]Trait for Type where … {`. */
function readHeader({ node, file, module }: Item, names: Names): Header | undefined {
  const body = childOf(node, "WhereClause", "DeclarationList");
  const list = childOf(node, "TypeParamList");
  const word = childOf(node, "impl");
  const start = list?.to ?? word?.to ?? node.from;
  const tokens = tokensOf(file.text.slice(start, body?.from ?? node.to)).filter((token) => token !== "const");
  const split = topFor(tokens);
  const selfTokens = split < 0 ? tokens : tokens.slice(split + 1);
  const named = parametersBySelf(selfTokens, node, file.text);
  const outer: Scope = { names, module, generics: new Map() };
  const { generics, scope, labels } = readGenerics(node, file, outer, "$", named.renamed);
  const self = renderTokens(selfTokens, scope);
  const traitTokens = split < 0 ? [] : tokens.slice(0, split);
  const negative = traitTokens[0] === "!";
  const target = typeMeaning(names.resolve(module, headPath(selfTokens)));
  const isParameter = scope.generics.has(selfTokens[0] ?? "") && selfTokens.length === 1;
  return {
    scope: { ...scope, self },
    generics: inOrder(generics, labels),
    labels: labels.toSorted(),
    trait: split < 0 ? undefined : renderTokens(negative ? traitTokens.slice(1) : traitTokens, { ...scope, self }),
    negative,
    self,
    target: isParameter ? undefined : itemOf(target),
    specialised: named.plain ? "" : argumentsOf(self),
    blanket: isParameter,
  };
}

/** Parameters in the order of what they stand for. */
function inOrder(generics: Generics, labels: readonly string[]): Generics {
  const order = labels.map((label, at) => ({ label, at })).toSorted((a, b) => (a.label < b.label ? -1 : 1));
  return { ...generics, parameters: order.flatMap(({ at }) => generics.parameters[at] ?? []) };
}

function itemOf(meaning: Meaning | undefined): Item | undefined {
  return meaning?.of === "item" ? meaning.item : undefined;
}

function topFor(tokens: readonly string[]): number {
  for (let at = 0; at < tokens.length;) {
    if (tokens[at] === "for" && tokens[at + 1] !== "<") return at;
    at = /^[<([{]$/.test(tokens[at] ?? "") ? behindClosing(tokens, at) : at + 1;
  }
  return -1;
}

function headPath(tokens: readonly string[]): string[] {
  const open = tokens.indexOf("<");
  return (open < 0 ? tokens : tokens.slice(0, open)).filter((token) => token !== "::");
}

/** In `impl<A, B> S<B, A>` the type's first parameter is `B`: members count by the type's own order. */
function parametersBySelf(self: readonly string[], node: SyntaxNode, source: string) {
  const list = childOf(node, "TypeParamList");
  const names = list === undefined ? [] : splitTokens(tokensOf(source.slice(list.from + 1, list.to - 1)));
  const own = names.map((part) => (part[0] === "const" ? (part[1] ?? "") : (part[0] ?? "")));
  const open = self.indexOf("<");
  const given = open < 0 ? [] : splitTokens(self.slice(open + 1, behindClosing(self, open) - 1));
  const types = given.filter(([first]) => first?.startsWith("'") !== true);
  const renamed = new Map<string, string>();
  types.forEach((part, at) => {
    const [name = ""] = part;
    if (part.length === 1 && own.includes(name) && !renamed.has(name)) renamed.set(name, `$${at}`);
  });
  // What else is generic is numbered behind, so that two parameters never share a number.
  const others = own.filter((name) => !name.startsWith("'") && !renamed.has(name));
  others.forEach((name, at) => renamed.set(name, `$${types.length + at}`));
  return {
    renamed,
    plain: types.every((part) => part.length === 1 && own.includes(part[0] ?? "")),
  };
}

function argumentsOf(self: string): string {
  const open = self.indexOf("<");
  return open < 0 ? "" : self.slice(open);
}

function inherent(item: Item, header: Header, view: PublicView): Draft[] {
  const owner = header.target === undefined ? undefined : view.ids.get(header.target);
  if (owner === undefined) return [];
  const list = childOf(item.node, "DeclarationList");
  const prefix = `${owner.id}${publicText(header.specialised, view)}`;
  return (list === undefined ? [] : childrenOf(list)).flatMap((child) => {
    const { item: node, attributes: found } = unwrap(child);
    if (!isPublic(node, item.file.text)) return [];
    const attributes = found.length === 0 ? NO_ATTRIBUTES : readAttributes(found, item.file.text);
    const cfg = combine("all", [item.cfg, attributes.cfg]);
    if (cfg.of === "constant" && !cfg.value) return [];
    const text = textOf(node, item.file.text);
    const name = textOf(childOf(node, "BoundIdentifier", "TypeIdentifier"), item.file.text).replace(/^r#/, "");
    const body = childOf(node, "Block");
    const common = {
      signature: signatureOf(item.file.text.slice(node.from, body?.from ?? node.to)),
      cfg,
      // What is hidden with others because it is deprecated is promised still.
      hidden: owner.hidden || attributes.hidden || (item.attributes.hidden && !attributes.deprecated),
      deprecated: attributes.deprecated,
      doc: docAbove(child, item.file.text),
      file: item.file,
      line: item.file.lineOf(node.from),
    };
    if (node.name === "FunctionItem") {
      const shape = functionShape(node, item.file, attributes, header.scope, { inTrait: false });
      return [{ ...common, id: `${prefix}::${name}()`, kind: "method", shape: boundBy(shape, header) }];
    }
    if (node.name !== "ConstItem") return [];
    const shape: RustShape = {
      of: "const",
      type: typeText(constantType(text), header.scope),
      mutable: false,
      unsafe: false,
      provided: true,
      inTrait: false,
      deprecated: attributes.deprecated,
    };
    return [{ ...common, id: `${prefix}::${name}`, kind: "const", shape }];
  });
}

/** What an impl demands is demanded of every call. */
function boundBy(shape: ReturnType<typeof functionShape>, { generics, labels }: Header): RustShape {
  const { parameters, where } = generics;
  const bounds = parameters.flatMap(({ of, bounds: all }, at) =>
    of === "const" ? [] : all.filter((one) => one !== "std::marker::Sized").map((one) => `${labels[at]}:${one}`),
  );
  if (bounds.length === 0 && where.length === 0) return shape;
  return {
    ...shape,
    generics: { ...shape.generics, where: [...shape.generics.where, ...bounds, ...where].sort() },
  };
}

function ofTrait(item: Item, header: Header, names: Names, view: PublicView): Draft[] {
  const { trait = "", self, negative } = header;
  if (header.target !== undefined && !view.ids.has(header.target)) return [];
  if (namesPrivate(`${trait} ${self}`, names, view, item)) return [];
  // An impl for a type of elsewhere is this crate's only where the trait, or a part of it, is.
  const list = childOf(item.node, "DeclarationList");
  const types: { [name: string]: string } = {};
  const items: string[] = [];
  for (const child of list === undefined ? [] : childrenOf(list)) {
    const { item: node } = unwrap(child);
    items.push(textOf(childOf(node, "BoundIdentifier", "TypeIdentifier"), item.file.text));
    if (node.name !== "TypeItem" && node.name !== "AssociatedType") continue;
    const text = textOf(node, item.file.text);
    const equals = topLevelEquals(text);
    const own = readGenerics(node, item.file, header.scope, "#");
    if (equals >= 0)
      types[textOf(childOf(node, "TypeIdentifier"), item.file.text)] = typeText(
        text.slice(equals + 1).replace(/;\s*$/, ""),
        own.scope,
      );
  }
  const shape: RustShape = {
    of: "impl",
    generics: header.generics,
    blanket: header.blanket,
    negative,
    types,
    items: items.filter((one) => one !== "").sort(),
    deprecated: false,
  };
  const end = list?.from ?? item.node.to;
  return [
    {
      id: implId(trait, self, negative, view),
      kind: "impl",
      signature: signatureOf(item.file.text.slice(item.node.from, end)),
      shape,
      cfg: item.cfg,
      hidden: item.attributes.hidden || namesHidden(`${trait} ${self}`, names, view, item),
      deprecated: false,
      doc: item.doc,
      file: item.file,
      line: item.file.lineOf(item.node.from),
    },
  ];
}

/** A part of it is hidden, so nobody is promised the whole. */
function namesHidden(text: string, names: Names, view: PublicView, item: Item): boolean {
  return (text.match(/\bcrate::[\w:]+/g) ?? []).some((path) => {
    const meaning = typeMeaning(names.resolve(item.module, path.split("::")));
    return meaning?.of === "item" && view.ids.get(meaning.item)?.hidden === true;
  });
}

/** Nobody outside can name the trait, or a part of the types. */
function namesPrivate(text: string, names: Names, view: PublicView, item: Item): boolean {
  return (text.match(/\bcrate::[\w:]+/g) ?? []).some((path) => {
    const meaning = typeMeaning(names.resolve(item.module, path.split("::")));
    return meaning?.of === "item" && !view.ids.has(meaning.item);
  });
}
