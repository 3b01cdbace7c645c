/** Two types as texts: whether one may stand for the other. */
import type { Finding } from "../../promise.ts";
import { broken, safe, unsure } from "./compare-generics.ts";
import type { GenericParameter } from "./structure.ts";
import { splitTokens, tokensOf } from "./tokens.ts";
import { joinTokens } from "./tokens.ts";

/** `taken`: callers give it; `given`: callers get it. */
export function compareTypes(was: string, is: string, direction: "taken" | "given", what: string): Finding[] {
  if (was === is) return [];
  const rule = direction === "taken" ? "parameter-type" : "return-type";
  const message = `${what} is ${is} in place of ${was}`;
  if (withoutLifetimes(was) === withoutLifetimes(is)) return [lifetimes(was, is, direction, message)];
  // What a macro makes of it can't be seen.
  if (CALLS_MACRO.test(was) || CALLS_MACRO.test(is)) return [unsure(rule, message)];
  if (was.startsWith("impl ") && is.startsWith("impl ")) return [opaque(was, is, direction, message)];
  // What was only said to implement something may be named now; whether it still does, its impls say.
  if (was.startsWith("impl ") && direction === "given")
    return [PLAIN.test(is) && ACTIVE.test(was) ? broken(rule, message) : unsure(rule, message)];
  return [broken(rule, message)];
}

const CALLS_MACRO = /\w!\s*[([{]/;

/** Types that are no futures, iterators or functions. */
const PLAIN = /^(?:\(\)|bool|char|[iuf](?:\d+|size)|&'\S+ str|std::string::String)$/;
const ACTIVE = /\bstd::(?:future::Future|iter::Iterator|ops::(?:Async)?Fn(?:Mut|Once)?)\b/;

function withoutLifetimes(type: string): string {
  return type.replaceAll(/'[\w$#]+[ ,]?/g, "").replaceAll("<>", "");
}

/** What lives for ever may be given for anything, and asked of nobody that was not. */
function lifetimes(was: string, is: string, direction: "taken" | "given", message: string): Finding {
  const [before, after] = [statics(was), statics(is)];
  if (before === after) return unsure("lifetime", message);
  const lives = after > before;
  return lives === (direction === "given") ? safe("lifetime", message) : broken("lifetime", message);
}

function statics(type: string): number {
  return type.split("'static").length;
}

function opaque(was: string, is: string, direction: "taken" | "given", message: string): Finding {
  const [before, after] = [partsOf(was), partsOf(is)];
  const lost = before.some((one) => !after.some((other) => says(other, one)));
  const gained = after.some((one) => !before.some((other) => says(other, one)));
  const rule = "opaque-type";
  if (direction === "given") return lost ? broken(rule, message) : safe(rule, message);
  return gained ? broken(rule, message) : safe(rule, message);
}

/** A bound with what it is generic over says all that it says without. */
function says(bound: string, other: string): boolean {
  return bound === other || (!other.includes("<") && bound.startsWith(`${other}<`));
}

function partsOf(type: string): string[] {
  return splitTokens(tokensOf(type).slice(1), "+").map(joinTokens);
}

/**
 * Whether a new type is the old one with a part made generic: `proved` when the old one meets the bounds
 * of what took its place, `open` when that can't be told.
 */
export function generalised(
  was: string,
  is: string,
  from: number,
  fresh: readonly GenericParameter[],
  bound: Map<string, string>,
): "proved" | "open" | undefined {
  if (was === is) return undefined;
  if (is.startsWith("impl ") && !was.startsWith("impl ")) return meetsAll(was, partsOf(is));
  const names = fresh.map((_, at) => `#${from + at}`).filter((name) => is.includes(name));
  if (names.length === 0) return undefined;
  const found = unify(was, is, names, bound);
  if (found === undefined) return undefined;
  for (const [name, value] of found) bound.set(name, value);
  const verdicts = names.map((name) => meetsAll(found.get(name) ?? bound.get(name) ?? "", boundsOf(name, from, fresh)));
  return verdicts.includes("open") ? "open" : "proved";
}

function boundsOf(name: string, from: number, fresh: readonly GenericParameter[]): readonly string[] {
  return fresh[Number(name.slice(1)) - from]?.bounds ?? [];
}

/** What each name must stand for, so that the texts are one. */
function unify(was: string, is: string, names: readonly string[], bound: ReadonlyMap<string, string>) {
  const seen: string[] = [];
  const pattern = is
    .split(/(#\d+)/)
    .map((part) => {
      if (!names.includes(part)) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      const value = bound.get(part);
      if (value !== undefined) return value.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      const known = seen.indexOf(part);
      if (known >= 0) return `\\${known + 1}`;
      seen.push(part);
      return "(.{1,400})";
    })
    .join("");
  if (seen.length > 4) return undefined;
  const match = new RegExp(`^${pattern}$`).exec(was);
  if (match === null) return undefined;
  const values = match.slice(1);
  return values.every(isWhole) ? new Map(seen.map((name, at) => [name, values[at] ?? ""])) : undefined;
}

function isWhole(type: string): boolean {
  let depth = 0;
  for (const char of type) {
    if ("<([".includes(char)) depth++;
    if (">)]".includes(char) && --depth < 0) return false;
    if (char === "," && depth === 0) return false;
  }
  return depth === 0;
}

function meetsAll(type: string, bounds: readonly string[]): "proved" | "open" {
  return bounds.every((bound) => meets(type, bound)) ? "proved" : "open";
}

const PRIMITIVE = /^(?:[iu](?:8|16|32|64|128|size)|bool|char)$/;
const TEXT = /^(?:&'_ str|&'_ std::string::String|std::string::String)$/;
const OF_PRIMITIVES =
  /^std::(?:clone::Clone|marker::(?:Copy|Send|Sync|Unpin)|fmt::(?:Debug|Display)|cmp::\w+|hash::Hash|default::Default|string::ToString)$/;
const OF_TEXTS =
  /^std::(?:convert::AsRef<(?:str|\[u8\]|std::path::Path|std::ffi::OsStr)>|convert::Into<std::string::String>|fmt::(?:Debug|Display)|string::ToString|clone::Clone|cmp::\w+|hash::Hash)$/;

/** Impls of std that are well known; what is not here is not said not to be. */
function meets(type: string, bound: string): boolean {
  if (bound === "std::marker::Sized") return !/^(?:str|\[[^;]*\]|dyn .*)$/.test(type);
  if (bound === `std::convert::Into<${type}>` || bound === `std::borrow::Borrow<${type}>`) return true;
  if (PRIMITIVE.test(type) && OF_PRIMITIVES.test(bound)) return true;
  if (TEXT.test(type) && OF_TEXTS.test(bound)) return true;
  if (/^&'_ std::path::Path$/.test(type) && bound === "std::convert::AsRef<std::path::Path>") return true;
  const item = /^(?:std::vec::Vec<|\[)(.*?)(?:>|;.*\])$/s.exec(type)?.[1];
  return item !== undefined && bound === `std::iter::IntoIterator<Item=${item}>`;
}
