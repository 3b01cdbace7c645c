/** From schemas to formulas. What is not understood becomes opaque, never nothing. */
import type { Json } from "../kind.ts";
import { evaluate } from "./evaluate.ts";
import * as f from "./formula.ts";
import type { Formula } from "./formula.ts";
import { canonical, isList, isRecord, own } from "./json.ts";
import type { JsonRecord } from "./json.ts";
import { leadsTo } from "./in-place.ts";
import { lowerArray } from "./lower-array.ts";
import { lowerNumber, lowerString, lowerType } from "./lower-scalar.ts";
import { lowerObject } from "./lower-object.ts";
import { lowerUnevaluated } from "./lower-unevaluated.ts";
import { nameOf } from "./lowering.ts";
import type { Lowering } from "./lowering.ts";
import { isOnlyReference, referencesOf } from "./reference.ts";
import { locate } from "./schemas.ts";
import type { Located } from "./schemas.ts";

/** Schemas that one came through with the same value, outermost first. */
type Through = readonly object[];
const MOST_THROUGH = 12;

/** The formula of a schema. Those it refers to stay references until a comparison needs them. */
export function lower(lowering: Lowering, place: Located, before: Through = []): Formula {
  const { arena } = lowering;
  const { schema } = place;
  if (schema === false) return f.never(arena);
  if (!isRecord(schema)) return f.always(arena);
  const through = [...before, schema];
  const references = lowerReferences(lowering, schema, place, through);
  if (isOnlyReference(schema, place)) return f.and(arena, references);
  const beside = (sub: Json) => lower(lowering, locate(lowering.schemas, sub, place), through);
  const at = (sub: Json) => lower(lowering, locate(lowering.schemas, sub, place));
  const whole = f.and(arena, [
    ...references,
    ...lowerType(lowering, schema, place),
    ...lowerValues(lowering, schema, place),
    ...lowerCombinators(lowering, schema, place, beside),
    ...lowerNumber(lowering, schema, place),
    ...lowerString(lowering, schema),
    ...lowerContent(lowering, schema),
    ...lowerArray(lowering, schema, place, at),
    ...lowerObject(lowering, schema, place, at),
    ...(lowerUnevaluated({ ...lowering, lower: (sub) => lower(lowering, sub) }, schema, place) ?? [
      lowerOpaque(lowering, place),
    ]),
  ]);
  const nullable = place.dialect.nullable && (own(schema, "nullable") === true || own(schema, "x-nullable") === true);
  return nullable ? f.or(arena, [f.types(arena, f.NULL), whole]) : whole;
}

function lowerReferences(lowering: Lowering, schema: JsonRecord, place: Located, through: Through): Formula[] {
  return referencesOf(lowering.schemas, schema, place).map(({ text, target }) => {
    if (target === undefined) return unresolved(lowering, text);
    // What leads back to itself at the same value adds nothing there (see `evaluate`), so it depends on the way here.
    if (isRecord(target.schema) && through.includes(target.schema)) return f.always(lowering.arena);
    if (through.length < MOST_THROUGH && leadsTo(lowering.schemas, target, through))
      return lower(lowering, target, through);
    return f.reference(lowering.arena, modeName(lowering, nameOf(lowering, target)), () => lower(lowering, target));
  });
}

/** The same schema reads differently in a request and in a response. */
function modeName(lowering: Lowering, name: string): string {
  return `${name} ${lowering.direction ?? ""} ${lowering.direction === undefined ? "" : (lowering.side ?? "")}`;
}

/** What lies at an address is the same for both sides; what a local reference lacks is not known to be. */
function unresolved(lowering: Lowering, text: string): Formula {
  const key = /^[a-z]+:\/\//.test(text) ? text : `${lowering.schemas.name} ${text}`;
  return f.opaque(lowering.arena, `reference ${key}`, () => undefined);
}

/** For HTTP, what a text holds is part of the promise, though no validator looks. */
function lowerContent({ arena, direction }: Lowering, schema: JsonRecord): Formula[] {
  if (direction === undefined) return [];
  const parts = ["contentEncoding", "contentMediaType", "contentSchema"].flatMap((key) => {
    const value = own(schema, key);
    return value === undefined ? [] : [f.opaque(arena, `${key} ${canonical(value)}`, () => undefined)];
  });
  return parts.length === 0 ? [] : [f.or(arena, [f.types(arena, f.ANY & ~f.STRING), f.and(arena, parts)])];
}

function lowerValues(lowering: Lowering, schema: JsonRecord, place: Located): Formula[] {
  const values = own(schema, "enum");
  const parts = isList(values) ? [f.anyValue(lowering.arena, values)] : [];
  const value = own(schema, "const");
  if (value !== undefined && place.dialect.level >= 6) parts.push(f.exactly(lowering.arena, value));
  return parts;
}

function lowerCombinators(
  { arena, oneOf }: Lowering,
  schema: JsonRecord,
  place: Located,
  at: (schema: Json) => Formula,
): Formula[] {
  const parts: Formula[] = [];
  const list = (key: string) => {
    const value = own(schema, key);
    return isList(value) ? value.map(at) : undefined;
  };
  parts.push(...(list("allOf") ?? []));
  const any = list("anyOf");
  if (any !== undefined) parts.push(f.or(arena, any));
  const one = list("oneOf");
  if (one !== undefined) parts.push(oneOf === "any" ? f.or(arena, one) : f.exactlyOne(arena, one));
  const no = own(schema, "not");
  if (no !== undefined) parts.push(f.not(arena, at(no)));
  const condition = own(schema, "if");
  if (condition !== undefined && place.dialect.level >= 7) {
    const test = at(condition);
    parts.push(f.or(arena, [f.not(arena, test), at(own(schema, "then") ?? true)]));
    parts.push(f.or(arena, [test, at(own(schema, "else") ?? true)]));
  }
  return parts;
}

/** The schema as one opaque thing, which the evaluator alone understands. */
function lowerOpaque(lowering: Lowering, place: Located): Formula {
  return f.opaque(lowering.arena, `schema ${nameOf(lowering, place)}`, (value) =>
    evaluate(lowering.schemas, place, value, lowering.formats),
  );
}
