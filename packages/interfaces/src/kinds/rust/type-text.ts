/**
 * Types as one text each: names with their full paths, aliases of this crate worked out, generic
 * parameters by position, lifetimes by position, formatting gone. Equal types have equal texts.
 *
 * Names of this crate are written `crate::…` with the place of their definition; comparison knows by
 * which public paths that place can be reached.
 */
import type { Item, Module } from "./modules.ts";
import type { Meaning, Names } from "./names.ts";
import { behindClosing, isWord, joinTokens, splitTokens, tokensOf } from "./tokens.ts";

export interface Scope {
  readonly names: Names;
  readonly module: Module;
  /** Names of generic parameters, types and constants and lifetimes, to what stands for them. */
  readonly generics: ReadonlyMap<string, string>;
  /** What `Self` means, in impls. */
  readonly self?: string | undefined;
}

const KEYWORDS: ReadonlySet<string> = new Set(
  "as async const dyn extern fn for impl mut ref unsafe where move static use true false _".split(" "),
);

/** The names that are in scope everywhere, by the prelude of the edition of 2024. */
const PRELUDE = new Map(
  Object.entries({
    "std::marker": "Copy Send Sized Sync Unpin",
    "std::ops": "Drop Fn FnMut FnOnce AsyncFn AsyncFnMut AsyncFnOnce",
    "std::boxed": "Box",
    "std::borrow": "ToOwned",
    "std::clone": "Clone",
    "std::cmp": "PartialEq PartialOrd Eq Ord",
    "std::convert": "AsRef AsMut Into From TryFrom TryInto",
    "std::default": "Default",
    "std::fmt": "Debug",
    "std::hash": "Hash",
    "std::iter": "Iterator Extend IntoIterator DoubleEndedIterator ExactSizeIterator FromIterator",
    "std::option": "Option",
    "std::result": "Result",
    "std::string": "String ToString",
    "std::vec": "Vec",
    "std::future": "Future IntoFuture",
  }).flatMap(([path, list]) => list.split(" ").map((name) => [name, `${path}::${name}`] as const)),
);

const PRIMITIVE = /^(?:[iu](?:8|16|32|64|128|size)|f(?:16|32|64|128)|bool|char|str)$/;
const ALIAS_DEPTH = 12;
const MAX_TOKENS = 4000;

export function typeText(source: string, scope: Scope): string {
  return renderTokens(tokensOf(source), scope, 0);
}

/** The same of tokens. Anything longer than people write is left as it stands. */
export function renderTokens(tokens: readonly string[], scope: Scope, depth = 0): string {
  if (tokens.length > MAX_TOKENS || depth > ALIAS_DEPTH) return joinTokens(tokens);
  const out: string[] = [];
  const open: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] ?? "";
    if (token === "(" || token === "<" || token === "[") open.push(token);
    else if (token === ")" || token === ">" || token === "]") {
      open.pop();
      dropComma(out, token);
    }
    if (token === "::" && !isBehindName(tokens, at)) at++;
    else if (token === "&") {
      out.push(tokens[at + 1]?.startsWith("'") === true ? "&" : "&'_");
      at++;
    } else if (token.startsWith("'")) {
      out.push(scope.generics.get(token) ?? token);
      at++;
    } else if (!isWord(token) || KEYWORDS.has(token)) {
      if (token === "_" && isLabel(tokens, at) && open.at(-1) === "(") at += 2;
      else {
        out.push(token);
        at++;
      }
    } else if (isContinued(tokens, at) || isBinding(tokens, at)) {
      out.push(token);
      at++;
    } else if (isLabel(tokens, at)) {
      // A parameter's name in the type of a function; in angle brackets it is a bound of an associated type.
      if (open.at(-1) === "(") at += 2;
      else {
        out.push(token);
        at++;
      }
    } else at = renderPath(tokens, at, scope, out, depth);
  }
  return withoutElided(joinTokens(out));
}

/** `Foo<'_>` is `Foo`. */
function withoutElided(text: string): string {
  return text.replaceAll(/<'_(?:,'_)*>/g, "").replaceAll(/<(?:'_,)+/g, "<");
}

/** `::std::fmt` is `std::fmt`; the first sign stands behind no name. */
function isBehindName(tokens: readonly string[], at: number): boolean {
  const before = tokens[at - 1];
  return before === ">" || (isWord(before) && !KEYWORDS.has(before ?? ""));
}

function isContinued(tokens: readonly string[], at: number): boolean {
  return tokens[at - 1] === "::" && isBehindName(tokens, at - 1);
}

function isLabel(tokens: readonly string[], at: number): boolean {
  return tokens[at + 1] === ":";
}

function isBinding(tokens: readonly string[], at: number): boolean {
  return tokens[at + 1] === "=";
}

function dropComma(out: string[], closing: string): void {
  if (out.at(-1) !== ",") return;
  // `(T,)` is a tuple of one.
  if (closing === ")" && out.lastIndexOf("(") >= 0 && !out.slice(out.lastIndexOf("("), -1).includes(",")) return;
  out.pop();
}

/** A path from its first name on; answers the index behind what was read. */
function renderPath(tokens: readonly string[], start: number, scope: Scope, out: string[], depth: number): number {
  const path = [tokens[start] ?? ""];
  let at = start + 1;
  while (tokens[at] === "::" && isWord(tokens[at + 1])) {
    path.push(tokens[at + 1] ?? "");
    at += 2;
  }
  const bound = scope.generics.get(path[0] ?? "");
  if (bound !== undefined || path[0] === "Self") {
    const first = bound ?? (scope.self === undefined ? "Self" : wrapped(scope.self, path.length > 1));
    out.push([first, ...path.slice(1)].join("::"));
    return at;
  }
  // A module may be called like a primitive type; where a type is meant, it is the type.
  const primitive = path.length === 1 && PRIMITIVE.test(path[0] ?? "");
  const meaning = primitive ? undefined : typeMeaning(scope.names.resolve(scope.module, path));
  if (meaning?.of === "item" && meaning.item.node.name === "TypeItem") {
    const generic = tokens[at] === "::" && tokens[at + 1] === "<" ? at + 1 : at;
    const end = tokens[generic] === "<" ? behindClosing(tokens, generic) : at;
    const given = end === at ? [] : splitTokens(tokens.slice(generic + 1, end - 1));
    const expanded = expandAlias(
      meaning.item,
      given.map((part) => renderTokens(part, scope, depth + 1)),
      scope,
      depth,
    );
    out.push(wrapped(expanded, tokens[end] === "::"));
    return end;
  }
  out.push(pathText(path, meaning));
  return tokens[at] === "::" && tokens[at + 1] === "<" ? at + 1 : at;
}

function wrapped(text: string, needed: boolean): string {
  return needed && !/^[\w:#$]+$/.test(text) ? `<${text}>` : text;
}

/** Of several things under one name, the type. */
export function typeMeaning(meanings: readonly Meaning[]): Meaning | undefined {
  return (
    meanings.find(
      (one) =>
        one.of === "item" &&
        one.item.node.name !== "FunctionItem" &&
        one.item.node.name !== "ConstItem" &&
        one.item.node.name !== "MacroDefinition",
    ) ?? meanings[0]
  );
}

function pathText(path: readonly string[], meaning: Meaning | undefined): string {
  if (meaning === undefined) return unresolved(path);
  switch (meaning.of) {
    case "outside":
      return standard(meaning.path);
    case "module":
      return meaning.module.path;
    case "variant":
      return `${meaning.enum.module.path}::${meaning.enum.name}::${meaning.name}`;
    default:
      return `${meaning.item.module.path}::${meaning.item.name}`;
  }
}

function unresolved(path: readonly string[]): string {
  const [only = ""] = path;
  if (path.length > 1 || PRIMITIVE.test(only)) return path.join("::");
  return PRELUDE.get(only) ?? only;
}

/** `core` and `alloc` hold what `std` passes on. */
export function standard(path: string): string {
  return path
    .replace(/^(?:core|alloc)::/, "std::")
    .replace(/^std::prelude::\w+::(\w+)$/, (all, name: string) => PRELUDE.get(name) ?? all);
}

function expandAlias(item: Item, given: readonly string[], from: Scope, depth: number): string {
  const target = aliasTarget(item);
  const generics = new Map<string, string>();
  parametersOf(item).forEach(({ name, fallback }, at) => {
    const value = given[at] ?? (fallback === undefined ? undefined : renderTokens(tokensOf(fallback), from, depth + 1));
    generics.set(name, value ?? "_");
  });
  return renderTokens(tokensOf(target), { names: from.names, module: item.module, generics }, depth + 1);
}

export function aliasTarget({ node, file }: Item): string {
  const text = file.text.slice(node.from, node.to);
  const equals = topLevelEquals(text);
  return equals < 0 ? "" : text.slice(equals + 1).replace(/;\s*$/, "");
}

/** The `=` of an item that stands outside of brackets. */
export function topLevelEquals(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if ("<([{".includes(char)) depth++;
    else if (")]}".includes(char) || (char === ">" && text[at - 1] !== "-")) depth--;
    else if (char === "=" && depth === 0) return at;
  }
  return -1;
}

function parametersOf({ node, file }: Item): { readonly name: string; readonly fallback: string | undefined }[] {
  const list = node.getChild("TypeParamList");
  if (list === null) return [];
  const inner = tokensOf(file.text.slice(list.from + 1, list.to - 1));
  return splitTokens(inner).map((part) => {
    const name = (part[0] === "const" ? part[1] : part[0]) ?? "";
    const equals = part.indexOf("=");
    return { name, fallback: equals < 0 ? undefined : joinTokens(part.slice(equals + 1)) };
  });
}
