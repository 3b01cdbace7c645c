/** Generic parameters with their bounds, wherever those are written. */
import type { SyntaxNode } from "@lezer/common";
import { childOf } from "../../syntax/node.ts";
import type { RustFile } from "./modules.ts";
import type { GenericParameter, Generics } from "./structure.ts";
import { isWord, splitTokens, tokensOf } from "./tokens.ts";
import { renderTokens, type Scope } from "./type-text.ts";

export interface ReadGenerics {
  readonly generics: Generics;
  /** In which the parameters are known. */
  readonly scope: Scope;
  /** Bounds that a where clause sets on `Self`. */
  readonly ofSelf: readonly string[];
  /** What stands for each parameter. */
  readonly labels: readonly string[];
}

export const NO_GENERICS: Generics = { lifetimes: 0, parameters: [], where: [] };
const SIZED = "std::marker::Sized";

const NO_RENAMES: ReadonlyMap<string, string> = new Map();

/**
 * `mark` tells the parameters of a function from those of what it lies in; `renamed` are parameters that
 * stand for others, as those of an impl do for those of its type.
 */
export function readGenerics(
  node: SyntaxNode,
  file: RustFile,
  outer: Scope,
  mark: string,
  renamed = NO_RENAMES,
): ReadGenerics {
  const list = childOf(node, "TypeParamList");
  const parts = list === undefined ? [] : splitTokens(tokensOf(file.text.slice(list.from + 1, list.to - 1)));
  const clause = childOf(node, "WhereClause");
  const predicates =
    clause === undefined ? [] : splitTokens(tokensOf(file.text.slice(clause.from, clause.to)).slice(1));
  if (parts.length === 0 && predicates.length === 0)
    return { generics: NO_GENERICS, scope: outer, ofSelf: [], labels: [] };
  const known = new Map(outer.generics);
  const drafts: Draft[] = [];
  let lifetimes = 0;
  for (const part of parts) {
    const [first = "", second = ""] = part;
    if (first.startsWith("'")) {
      if (!known.has(first) || outer.generics.has(first)) known.set(first, `'${mark}${lifetimes}`);
      lifetimes++;
    } else {
      const name = first === "const" ? second : first;
      known.set(name, renamed.get(name) ?? `${mark}${drafts.length}`);
      drafts.push(draftOf(part));
    }
  }
  const scope: Scope = { ...outer, generics: known };
  const where: string[] = parts
    .filter(([first, colon]) => first?.startsWith("'") === true && colon === ":")
    .map(([first = "", , ...bounds]) => `${known.get(first)}:${renderTokens(bounds, scope)}`);
  const ofSelf: string[] = [];
  for (const predicate of predicates) {
    const colon = topColon(predicate);
    const [left, right] = [predicate.slice(0, colon), predicate.slice(colon + 1)];
    const own = left.length === 1 ? drafts.find(({ name }) => name === left[0]) : undefined;
    const bounds = boundsOf(right, scope);
    if (own !== undefined) own.bounds.push(right);
    else if (left.length === 1 && left[0] === "Self") ofSelf.push(...bounds);
    else where.push(...bounds.map((bound) => `${renderTokens(left, scope)}:${bound}`));
  }
  const labels = drafts.map(({ name }) => known.get(name) ?? "");
  const parameters = drafts.map((draft) => finished(draft, scope));
  return {
    generics: { lifetimes, parameters, where: where.sort() },
    scope,
    ofSelf: ofSelf.sort(),
    labels,
  };
}

interface Draft {
  readonly name: string;
  readonly of: "type" | "const";
  readonly bounds: (readonly string[])[];
  readonly fallback: readonly string[] | undefined;
}

function draftOf(part: readonly string[]): Draft {
  const constant = part[0] === "const";
  const body = constant ? part.slice(1) : part;
  const equals = topEquals(body);
  const head = equals < 0 ? body : body.slice(0, equals);
  const bounds = head[1] === ":" ? [head.slice(2)] : [];
  const fallback = equals < 0 ? undefined : body.slice(equals + 1);
  return { name: body[0] ?? "", of: constant ? "const" : "type", bounds, fallback };
}

function finished({ of, bounds, fallback }: Draft, scope: Scope): GenericParameter {
  const value = fallback === undefined ? null : renderTokens(fallback, scope);
  if (of === "const") return { of, bounds: bounds.map((one) => renderTokens(one, scope)), default: value };
  const all = bounds.flatMap((one) => boundsOf(one, scope));
  return { of, bounds: sizedBounds(all), default: value };
}

/** Every parameter is `Sized` that does not say `?Sized`; without it more types fit. */
function sizedBounds(bounds: readonly string[]): string[] {
  const relaxed = bounds.some((one) => one.startsWith("?"));
  const plain = bounds.filter((one) => !one.startsWith("?") && one !== SIZED);
  return [...new Set(relaxed ? plain : [...plain, SIZED])].sort();
}

/** `A + 'a + ?Sized`, sorted. */
export function boundsOf(tokens: readonly string[], scope: Scope): string[] {
  return splitTokens(tokens, "+")
    .map((part) => renderTokens(part, scope))
    .filter((one) => one !== "")
    .sort();
}

/** The colon between a type and its bounds: behind `for<…>`, outside of brackets. */
function topColon(tokens: readonly string[]): number {
  return topIndex(tokens, ":");
}

function topEquals(tokens: readonly string[]): number {
  return topIndex(tokens, "=");
}

function topIndex(tokens: readonly string[], wanted: string): number {
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (/^[<([{]$/.test(token)) depth++;
    else if (/^[>)\]}]$/.test(token)) depth--;
    else if (depth === 0 && token === wanted) return at;
  }
  return wanted === "=" ? -1 : tokens.length;
}

/** The names of lifetimes that a parameter list declares. */
export function lifetimeNames(node: SyntaxNode, file: RustFile): string[] {
  const list = childOf(node, "TypeParamList");
  if (list === undefined) return [];
  return splitTokens(tokensOf(file.text.slice(list.from + 1, list.to - 1)))
    .filter(([first, second]) => first?.startsWith("'") === true && !isWord(second))
    .map(([first = ""]) => first);
}
