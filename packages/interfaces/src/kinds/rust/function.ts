/** The shape of a function: what a call must give, and what it gets. */
import type { SyntaxNode } from "@lezer/common";
import { childOf, childrenOf, textOf } from "../../syntax/node.ts";
import type { Attributes } from "./attributes.ts";
import { lifetimeNames, readGenerics } from "./generics.ts";
import type { RustFile } from "./modules.ts";
import type { FunctionShape } from "./structure.ts";
import { splitTokens, tokensOf } from "./tokens.ts";
import { renderTokens, type Scope } from "./type-text.ts";

export interface FunctionPlace {
  readonly inTrait: boolean;
  /** `extern "C" { … }`: what is declared there is unsafe unless it says `safe`. */
  readonly foreign?: { readonly abi: string } | undefined;
}

export function functionShape(
  node: SyntaxNode,
  file: RustFile,
  attributes: Attributes,
  outer: Scope,
  place: FunctionPlace,
): FunctionShape {
  const words = new Set(childrenOf(node).map(({ name }) => name));
  const { generics, scope: named, ofSelf } = readGenerics(node, file, outer, "#");
  const parts = partsOf(node, file);
  const scope = withLifetimes(node, file, named, parts);
  const parameters = parts.parameters.filter((part) => !part.includes("..."));
  const rendered = parameters.map((part) => parameterType(part, scope));
  const returned = renderTokens(parts.returns, scope) || "()";
  const { of, ...rest } = { of: "function" as const, deprecated: attributes.deprecated };
  return {
    of,
    ...rest,
    generics: {
      ...generics,
      where: [...generics.where, ...ofSelf.map((bound) => `Self:${bound}`)].sort(),
    },
    parameters: rendered,
    receiver: isReceiver(parameters[0] ?? []),
    // What an async function returns is a future; written either way it is the same.
    returns: words.has("async") ? `impl std::future::Future<Output=${returned}>` : returned,
    unsafe: words.has("unsafe") || (place.foreign !== undefined && !words.has("safe")),
    const: words.has("const"),
    abi: place.foreign?.abi ?? abiOf(node, file),
    variadic: parts.parameters.some((part) => part.includes("...")),
    mustUse: attributes.mustUse,
    targetFeatures: attributes.targetFeatures,
    symbol:
      attributes.symbol === undefined ? null : attributes.symbol || textOf(childOf(node, "BoundIdentifier"), file.text),
    provided: childOf(node, "Block") !== undefined,
    inTrait: place.inTrait,
  };
}

interface Parts {
  readonly parameters: readonly (readonly string[])[];
  readonly returns: readonly string[];
}

function partsOf(node: SyntaxNode, file: RustFile): Parts {
  const list = childOf(node, "ParamList");
  if (list === undefined) return { parameters: [], returns: [] };
  const parameters = splitTokens(tokensOf(file.text.slice(list.from + 1, list.to - 1))).map(withoutAttributes);
  const end = childrenOf(node).find(({ name, from }) => from >= list.to && /^(?:Block|WhereClause|;)$/.test(name));
  const behind = tokensOf(file.text.slice(list.to, end?.from ?? node.to));
  return { parameters, returns: behind[0] === "->" ? behind.slice(1) : [] };
}

function withoutAttributes(part: readonly string[]): readonly string[] {
  if (part[0] !== "#") return part;
  const end = part.indexOf("]");
  return end < 0 ? part : withoutAttributes(part.slice(end + 1));
}

function isReceiver(part: readonly string[]): boolean {
  const rest = part.filter((token) => token !== "&" && token !== "mut" && !token.startsWith("'"));
  return rest[0] === "self";
}

/** `&'a mut self` is of type `&'a mut Self`; of any other parameter the type stands behind the colon. */
function parameterType(part: readonly string[], scope: Scope): string {
  const self = part.indexOf("self");
  const colon = topColon(part);
  if (isReceiver(part) && colon < 0) {
    const own = part.slice(0, self);
    return renderTokens([...(own[0] === "mut" ? [] : own), "Self"], scope);
  }
  return renderTokens(part.slice(colon + 1), scope);
}

function topColon(part: readonly string[]): number {
  let depth = 0;
  for (const [at, token] of part.entries()) {
    if (/^[<([{]$/.test(token)) depth++;
    else if (/^[>)\]}]$/.test(token)) depth--;
    else if (depth === 0 && token === ":") return at;
  }
  return -1;
}

function abiOf(node: SyntaxNode, file: RustFile): string {
  if (childOf(node, "extern") === undefined) return "Rust";
  const text = textOf(childOf(node, "String"), file.text);
  return text === "" ? "C" : text.replaceAll('"', "");
}

/**
 * Lifetimes that say no more than leaving them out would are left out; the others are numbered as they
 * appear. Source: "Lifetime elision" of the Rust reference.
 */
function withLifetimes(node: SyntaxNode, file: RustFile, scope: Scope, { parameters, returns }: Parts): Scope {
  const own = lifetimeNames(node, file);
  if (own.length === 0) return scope;
  const bounds = [childOf(node, "TypeParamList"), childOf(node, "WhereClause")].map((one) => textOf(one, file.text));
  const inputs = parameters.flat();
  const slots = inputs.filter(
    (token, at) => token.startsWith("'") || (token === "&" && !inputs[at + 1]?.startsWith("'")),
  );
  const receiver = isReceiver(parameters[0] ?? []) ? (parameters[0]?.find((token) => token.startsWith("'")) ?? "") : "";
  const known = new Map(scope.generics);
  const order = [...new Set([...inputs, ...returns].filter((token) => own.includes(token)))];
  let number = 0;
  for (const name of [...order, ...own.filter((one) => !order.includes(one))]) {
    const taken = inputs.filter((token) => token === name).length;
    const given = returns.filter((token) => token === name).length;
    const mentioned = tokensOf(bounds.join(" ")).filter((token) => token === name).length;
    const implied = taken === 1 && mentioned === 1 && (given === 0 || slots.length === 1 || receiver === name);
    known.set(name, implied ? "'_" : `'${number++}`);
  }
  return { ...scope, generics: known };
}
