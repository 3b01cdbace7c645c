/** Keywords of objects. Sets of property names are formulas about strings. */
import type { Json } from "../kind.ts";
import * as f from "./formula.ts";
import type { Arena, Formula } from "./formula.ts";
import { isList, isRecord, own } from "./json.ts";
import type { JsonRecord } from "./json.ts";
import { counts } from "./lower-scalar.ts";
import type { Lowering } from "./lowering.ts";
import { isOnlyReference, referencesOf } from "./reference.ts";
import { locate } from "./schemas.ts";
import type { Located } from "./schemas.ts";

type At = (schema: Json) => Formula;

export function lowerObject(lowering: Lowering, schema: JsonRecord, place: Located, at: At): Formula[] {
  const { arena } = lowering;
  const hidden = new Set(propertyNames(schema).filter((name) => isHidden(lowering, schema, name, place)));
  return [
    ...lowerProperties(lowering, schema, hidden, at),
    ...lowerPatterns(arena, schema, at),
    ...lowerAdditional(arena, schema, at),
    ...lowerRequired(arena, schema, hidden),
    ...lowerDependencies(arena, schema, place, at),
    ...lowerNames(arena, schema, place, at),
    ...counts(arena, schema, "minProperties", "maxProperties", "minKeys", "maxKeys"),
  ];
}

export function propertyNames(schema: JsonRecord): readonly string[] {
  const properties = own(schema, "properties");
  return isRecord(properties) ? Object.keys(properties) : [];
}

/** `readOnly` properties are no part of a request, `writeOnly` ones none of a response. */
export function isHidden(lowering: Lowering, schema: JsonRecord, name: string, place: Located): boolean {
  if (lowering.direction === undefined) return false;
  const properties = own(schema, "properties");
  const property = isRecord(properties) ? own(properties, name) : undefined;
  const flag = lowering.direction === "request" ? "readOnly" : "writeOnly";
  return property !== undefined && hasFlag(lowering, locate(lowering.schemas, property, place), flag, 0);
}

function hasFlag(lowering: Lowering, place: Located, flag: string, depth: number): boolean {
  const { schema } = place;
  if (!isRecord(schema) || depth > 8) return false;
  if (!isOnlyReference(schema, place) && own(schema, flag) === true) return true;
  const all = own(schema, "allOf");
  const parts = isList(all) ? all.map((part) => locate(lowering.schemas, part, place)) : [];
  const targets = referencesOf(lowering.schemas, schema, place).flatMap(({ target }) => target ?? []);
  return [...parts, ...targets].some((part) => hasFlag(lowering, part, flag, depth + 1));
}

function lowerProperties(
  { arena, side }: Lowering,
  schema: JsonRecord,
  hidden: ReadonlySet<string>,
  at: At,
): Formula[] {
  const properties = own(schema, "properties");
  if (!isRecord(properties)) return [];
  return Object.keys(properties).flatMap((name) => {
    if (hidden.has(name)) return side === "producer" ? [f.lacks(arena, name)] : [];
    return [f.member(arena, f.scalars(arena, [name]), at(properties[name] ?? true))];
  });
}

export function patternKeys(arena: Arena, source: string): Formula {
  return f.atom(arena, { op: "pattern", source });
}

function lowerPatterns(arena: Arena, schema: JsonRecord, at: At): Formula[] {
  const patterns = own(schema, "patternProperties");
  if (!isRecord(patterns)) return [];
  return Object.keys(patterns).map((source) =>
    f.member(arena, patternKeys(arena, source), at(patterns[source] ?? true)),
  );
}

function lowerAdditional(arena: Arena, schema: JsonRecord, at: At): Formula[] {
  const additional = own(schema, "additionalProperties");
  if (additional === undefined) return [];
  const patterns = own(schema, "patternProperties");
  const sources = isRecord(patterns) ? Object.keys(patterns) : [];
  return [
    f.member(
      arena,
      otherKeys(
        arena,
        propertyNames(schema),
        sources.map((source) => patternKeys(arena, source)),
      ),
      at(additional),
    ),
  ];
}

/** Every name but these. */
export function otherKeys(arena: Arena, names: readonly string[], patterns: readonly Formula[]): Formula {
  const named = names.length === 0 ? [] : [f.not(arena, f.scalars(arena, names))];
  return f.and(arena, [...named, ...patterns.map((pattern) => f.not(arena, pattern))]);
}

function lowerRequired(arena: Arena, schema: JsonRecord, hidden: ReadonlySet<string>): Formula[] {
  const required = own(schema, "required");
  const parts = strings(required)
    .filter((name) => !hidden.has(name))
    .map((name) => f.or(arena, [f.types(arena, f.ANY & ~f.OBJECT), f.has(arena, name)]));
  return parts;
}

function strings(value: Json | undefined): readonly string[] {
  return isList(value) ? value.filter((item) => typeof item === "string") : [];
}

function lowerDependencies(arena: Arena, schema: JsonRecord, place: Located, at: At): Formula[] {
  const parts: Formula[] = [];
  const keys = place.dialect.level >= 8 ? ["dependentRequired", "dependentSchemas"] : ["dependencies"];
  for (const key of keys) {
    const dependencies = own(schema, key);
    if (!isRecord(dependencies)) continue;
    for (const name of Object.keys(dependencies)) {
      const value = dependencies[name] ?? true;
      const then = isList(value)
        ? f.and(
            arena,
            strings(value).map((other) => f.has(arena, other)),
          )
        : at(value);
      parts.push(f.or(arena, [f.lacks(arena, name), then]));
    }
  }
  return parts;
}

function lowerNames(arena: Arena, schema: JsonRecord, place: Located, at: At): Formula[] {
  const names = own(schema, "propertyNames");
  if (names === undefined || place.dialect.level < 6) return [];
  return [f.member(arena, f.not(arena, at(names)), f.never(arena))];
}
