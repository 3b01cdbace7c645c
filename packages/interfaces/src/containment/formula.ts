/**
 * Schemas as logic. Every formula is interned: equal ones are the same object, so that a schema and
 * its own negation are seen to contradict at once.
 *
 * An atom speaks about values of one type and holds for all others; its negation therefore implies the type.
 */
import type { Json } from "../kind.ts";
import { canonical, isList, isRecord } from "./json.ts";

export const NULL = 1;
export const BOOLEAN = 2;
export const NUMBER = 4;
export const STRING = 8;
export const ARRAY = 16;
export const OBJECT = 32;
export const ANY = 63;
export const TYPES = [NULL, BOOLEAN, NUMBER, STRING, ARRAY, OBJECT] as const;

export type Scalar = null | boolean | number | string;

export type Shape =
  | { readonly op: "true" | "false" | "unique" }
  | { readonly op: "types"; readonly types: number }
  | { readonly op: "and" | "or" | "one"; readonly of: readonly Formula[] }
  | { readonly op: "not"; readonly of: Formula }
  /** A schema met again under its name; `expand` gives what it stands for. */
  | { readonly op: "ref"; readonly key: string; readonly expand: () => Formula }
  /** Something not understood: equal to itself, and to nothing else. */
  | { readonly op: "opaque"; readonly key: string; readonly holds: (value: Json) => boolean | undefined }
  | { readonly op: "enum"; readonly values: readonly Scalar[] }
  | { readonly op: "min" | "max"; readonly bound: number; readonly strict: boolean }
  | { readonly op: "multiple"; readonly by: number }
  | { readonly op: "minLength" | "maxLength" | "minItems" | "maxItems" | "minKeys" | "maxKeys"; readonly count: number }
  | { readonly op: "pattern"; readonly source: string }
  | { readonly op: "format"; readonly name: string }
  /** The item at an index, and every item from an index on. */
  | { readonly op: "at" | "from"; readonly index: number; readonly item: Formula }
  | { readonly op: "atLeast" | "atMost"; readonly count: number; readonly item: Formula }
  /** Every property whose name satisfies `keys` has a value that satisfies `value`. */
  | { readonly op: "member"; readonly keys: Formula; readonly value: Formula };

export type Formula = Shape & { readonly id: number };

/** What one comparison has built; formulas of different arenas never meet. */
export interface Arena {
  readonly interned: Map<string, Formula>;
}

export function openArena(): Arena {
  return { interned: new Map() };
}

function intern(arena: Arena, key: string, shape: Shape): Formula {
  const known = arena.interned.get(key);
  if (known !== undefined) return known;
  const formula = { ...shape, id: arena.interned.size } as Formula;
  arena.interned.set(key, formula);
  return formula;
}

export function always(arena: Arena): Formula {
  return intern(arena, "true", { op: "true" });
}

export function never(arena: Arena): Formula {
  return intern(arena, "false", { op: "false" });
}

export function types(arena: Arena, mask: number): Formula {
  if (mask === ANY) return always(arena);
  return mask === 0 ? never(arena) : intern(arena, `types ${mask}`, { op: "types", types: mask });
}

export function not(arena: Arena, formula: Formula): Formula {
  if (formula.op === "true") return never(arena);
  if (formula.op === "false") return always(arena);
  if (formula.op === "not") return formula.of;
  if (formula.op === "types") return types(arena, ANY & ~formula.types);
  return intern(arena, `not ${formula.id}`, { op: "not", of: formula });
}

export function and(arena: Arena, parts: readonly Formula[]): Formula {
  return combine(arena, "and", parts, always(arena), never(arena));
}

export function or(arena: Arena, parts: readonly Formula[]): Formula {
  return combine(arena, "or", parts, never(arena), always(arena));
}

function combine(
  arena: Arena,
  op: "and" | "or",
  parts: readonly Formula[],
  neutral: Formula,
  absorbing: Formula,
): Formula {
  const found = new Map<number, Formula>();
  for (const part of parts) {
    for (const item of part.op === op ? part.of : [part]) found.set(item.id, item);
  }
  found.delete(neutral.id);
  for (const item of found.values()) {
    if (item === absorbing || (item.op === "not" && found.has(item.of.id))) return absorbing;
  }
  const of = [...found.values()].sort((a, b) => a.id - b.id);
  if (of.length < 2) return of[0] ?? neutral;
  return intern(arena, `${op} ${of.map((item) => item.id).join(" ")}`, { op, of });
}

/** Exactly one holds. */
export function exactlyOne(arena: Arena, parts: readonly Formula[]): Formula {
  const of = parts.filter((part) => part.op !== "false").sort((a, b) => a.id - b.id);
  if (of.length < 2) return of[0] ?? never(arena);
  return intern(arena, `one ${of.map((item) => item.id).join(" ")}`, { op: "one", of });
}

export function reference(arena: Arena, key: string, expand: () => Formula): Formula {
  return intern(arena, `ref ${key}`, { op: "ref", key, expand });
}

export function opaque(arena: Arena, key: string, holds: (value: Json) => boolean | undefined): Formula {
  return intern(arena, `opaque ${key}`, { op: "opaque", key, holds });
}

/** An atom without formulas inside. */
export function atom(
  arena: Arena,
  shape: Extract<Shape, { count: number } | { bound: number } | { by: number }>,
): Formula;
export function atom(
  arena: Arena,
  shape: Extract<Shape, { source: string } | { name: string } | { op: "unique" | "true" | "false" }>,
): Formula;
export function atom(arena: Arena, shape: Shape): Formula {
  return "item" in shape
    ? intern(arena, `${shape.op} ${"count" in shape ? shape.count : shape.index} ${shape.item.id}`, shape)
    : intern(arena, JSON.stringify(shape), shape);
}

export function items(arena: Arena, op: "at" | "from" | "atLeast" | "atMost", n: number, item: Formula): Formula {
  if (op === "at" || op === "from") {
    if (item.op === "true") return item;
    return intern(arena, `${op} ${n} ${item.id}`, { op, index: n, item });
  }
  if (op === "atLeast" && n <= 0) return always(arena);
  return intern(arena, `${op} ${n} ${item.id}`, { op, count: n, item });
}

export function member(arena: Arena, keys: Formula, value: Formula): Formula {
  if (value.op === "true" || keys.op === "false") return always(arena);
  return intern(arena, `member ${keys.id} ${value.id}`, { op: "member", keys, value });
}

export function scalars(arena: Arena, values: readonly Scalar[]): Formula {
  const distinct = new Map(values.map((value) => [JSON.stringify(value), value]));
  if (distinct.size === 0) return never(arena);
  const keys = [...distinct.keys()].sort();
  return intern(arena, `enum ${keys.join(" ")}`, { op: "enum", values: keys.map((key) => distinct.get(key) ?? null) });
}

/** Has the property, whatever its value. */
export function has(arena: Arena, name: string): Formula {
  return not(arena, lacks(arena, name));
}

export function lacks(arena: Arena, name: string): Formula {
  return member(arena, scalars(arena, [name]), never(arena));
}

/** Exactly this value: lists and objects are taken apart, so that only scalars remain. */
export function exactly(arena: Arena, value: Json): Formula {
  if (isList(value)) return exactList(arena, value);
  if (isRecord(value)) return exactRecord(arena, value);
  return scalars(arena, [value]);
}

function exactList(arena: Arena, value: readonly Json[]): Formula {
  return and(arena, [
    types(arena, ARRAY),
    atom(arena, { op: "minItems", count: value.length }),
    atom(arena, { op: "maxItems", count: value.length }),
    ...value.map((item, index) => items(arena, "at", index, exactly(arena, item))),
  ]);
}

function exactRecord(arena: Arena, value: { readonly [key: string]: Json }): Formula {
  const names = Object.keys(value);
  const parts = names.flatMap((name) => [
    has(arena, name),
    member(arena, scalars(arena, [name]), exactly(arena, value[name] ?? null)),
  ]);
  const others = names.length === 0 ? always(arena) : not(arena, scalars(arena, names));
  return and(arena, [types(arena, OBJECT), ...parts, member(arena, others, never(arena))]);
}

/** Any of the values. */
export function anyValue(arena: Arena, values: readonly Json[]): Formula {
  const simple: Scalar[] = [];
  const structured = new Map<string, Json>();
  for (const value of values) {
    if (isList(value) || isRecord(value)) structured.set(canonical(value), value);
    else simple.push(value);
  }
  return or(arena, [scalars(arena, simple), ...[...structured.values()].map((value) => exactly(arena, value))]);
}

/** The type an atom speaks about, or undefined for what is no atom of one type. */
export function atomType(formula: Formula): number | undefined {
  switch (formula.op) {
    case "min":
    case "max":
    case "multiple":
      return NUMBER;
    case "minLength":
    case "maxLength":
    case "pattern":
    case "format":
      return STRING;
    case "minItems":
    case "maxItems":
    case "at":
    case "from":
    case "atLeast":
    case "atMost":
    case "unique":
      return ARRAY;
    case "minKeys":
    case "maxKeys":
    case "member":
      return OBJECT;
    default:
      return undefined;
  }
}

export function typeOfValue(value: Json): number {
  if (value === null) return NULL;
  if (typeof value === "boolean") return BOOLEAN;
  if (typeof value === "number") return NUMBER;
  if (typeof value === "string") return STRING;
  return isList(value) ? ARRAY : OBJECT;
}
