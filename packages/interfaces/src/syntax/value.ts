/**
 * Expressions of any language, as far as declarations need them: literals, and chains of members and calls.
 *
 * Readers of command lines and of environment variables look at these and never at a grammar's own nodes,
 * so that one reader's rules are one page. What is none of this is `other`: nobody guesses what it is.
 */
import type { Json } from "../kind.ts";

export interface Position {
  readonly from: number;
  readonly to: number;
}

export interface Argument {
  /** Of a keyword argument. */
  readonly name?: string;
  readonly value: Value;
  /** `...rest`, `**rest`: there may be more than what is seen. */
  readonly spread?: true;
}

/** A step from a base: `.name`, `[key]`, `(arguments)`; `new` marks a constructor. */
export type Link = Position &
  (
    | { readonly kind: "member"; readonly name: string }
    | { readonly kind: "index"; readonly args: readonly Argument[] }
    | { readonly kind: "call"; readonly args: readonly Argument[]; readonly new?: true }
  );

export interface Chain extends Position {
  readonly kind: "chain";
  /** The name that it starts from; empty where it starts from something else. */
  readonly base: string;
  readonly links: readonly Link[];
}

export interface Field {
  readonly name: string;
  readonly value: Value;
  readonly position: Position;
}

interface RecordValue extends Position {
  readonly kind: "record";
  /** Go names the type of a literal. */
  readonly type?: string;
  readonly fields: readonly Field[];
  /** False: something is spread into it, or a name is computed. */
  readonly complete: boolean;
}

interface ListValue extends Position {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly complete: boolean;
}

interface FunctionValue extends Position {
  readonly kind: "function";
  readonly parameters: readonly string[];
}

export type Value =
  | (Position & { readonly kind: "literal"; readonly value: null | boolean | number | string })
  | RecordValue
  | ListValue
  | FunctionValue
  | Chain
  | (Position & { readonly kind: "other" });

/** The text of a literal; undefined for all else. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "literal" && typeof value.value === "string" ? value.value : undefined;
}

/** The texts of a list of literals; undefined where one of them is something else. */
export function textsOf(value: Value | undefined): readonly string[] | undefined {
  if (value?.kind !== "list" || !value.complete) return undefined;
  const texts = value.items.map((item) =>
    item.kind === "literal" && item.value !== null ? String(item.value) : undefined,
  );
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** Plain data; undefined where any part is computed. */
export function jsonOf(value: Value | undefined): Json | undefined {
  if (value?.kind === "literal") return value.value;
  if (value?.kind === "list" && value.complete) {
    const items = value.items.map(jsonOf);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (value?.kind !== "record" || !value.complete) return undefined;
  const fields = value.fields.map(({ name, value: inner }) => [name, jsonOf(inner)] as const);
  return fields.every((entry): entry is [string, Json] => entry[1] !== undefined)
    ? Object.fromEntries(fields)
    : undefined;
}

/** A field of a record; undefined where there is none, or no record. */
export function fieldOf(value: Value | undefined, name: string): Value | undefined {
  return value?.kind === "record" ? value.fields.find((field) => field.name === name)?.value : undefined;
}

/** `a.b.c` of a chain of members alone. */
export function pathOf(value: Value | undefined): string | undefined {
  if (value?.kind !== "chain" || value.base === "") return undefined;
  const names = value.links.map((link) => (link.kind === "member" ? link.name : undefined));
  return names.every((name) => name !== undefined) ? [value.base, ...names].join(".") : undefined;
}

/** One call in a chain: the method's name (empty for a call of the base itself) with its arguments. */
export interface Call extends Position {
  readonly method: string;
  readonly args: readonly Argument[];
  readonly new: boolean;
}

/** The calls of a chain in order: `a.b(1).c(2)` has `b` and `c`. */
export function callsOf({ links }: Chain): readonly Call[] {
  return links.flatMap((link, index) => {
    if (link.kind !== "call") return [];
    const before = links[index - 1];
    const method = before?.kind === "member" ? before.name : "";
    return [{ method, args: link.args, new: link.new === true, from: link.from, to: link.to }];
  });
}

/** The arguments by position, keyword arguments left out. */
export function positional(args: readonly Argument[]): readonly Value[] {
  return args.filter(({ name }) => name === undefined).map(({ value }) => value);
}

/** A keyword argument. */
export function keyword(args: readonly Argument[], name: string): Value | undefined {
  return args.find((argument) => argument.name === name)?.value;
}
