/**
 * `unevaluatedProperties` and `unevaluatedItems`: one case for each way in which the schemas beside
 * them can succeed, with what they have looked at in that case.
 */
import type { Json } from "../kind.ts";
import * as f from "./formula.ts";
import type { Arena, Formula } from "./formula.ts";
import { isList, isRecord, own } from "./json.ts";
import type { JsonRecord } from "./json.ts";
import { itemSchemas } from "./item-schemas.ts";
import { otherKeys, patternKeys, propertyNames } from "./lower-object.ts";
import type { Lowering } from "./lowering.ts";
import { isOnlyReference, referencesOf } from "./reference.ts";
import { locate } from "./schemas.ts";
import type { Located } from "./schemas.ts";

interface Case {
  readonly condition: Formula;
  readonly names: readonly string[];
  readonly patterns: readonly Formula[];
  readonly allNames: boolean;
  readonly items: number;
}

const MOST_CASES = 64;

/** Thrown and caught in this file: the cases are too many, or depend on the items themselves. */
class Intractable extends Error {}

export interface Lowerer extends Lowering {
  readonly lower: (place: Located) => Formula;
}

/** Undefined where the cases are too many. */
export function lowerUnevaluated(lowering: Lowerer, schema: JsonRecord, place: Located): Formula[] | undefined {
  if (place.dialect.level < 8) return [];
  const properties = own(schema, "unevaluatedProperties");
  const items = own(schema, "unevaluatedItems");
  if (properties === undefined && items === undefined) return [];
  const at = (sub: Json) => lowering.lower(locate(lowering.schemas, sub, place));
  try {
    const cases = casesOf(lowering, place, 0, true, items !== undefined);
    return [
      f.or(
        lowering.arena,
        cases.map((one) => caseFormula(lowering.arena, one, properties, items, at)),
      ),
    ];
  } catch (error) {
    if (error instanceof Intractable) return undefined;
    throw error;
  }
}

function caseFormula(
  arena: Arena,
  one: Case,
  properties: Json | undefined,
  items: Json | undefined,
  at: (schema: Json) => Formula,
): Formula {
  const parts = [one.condition];
  if (properties !== undefined && !one.allNames) {
    parts.push(f.member(arena, otherKeys(arena, one.names, one.patterns), at(properties)));
  }
  if (items !== undefined && one.items !== Infinity) parts.push(f.items(arena, "from", one.items, at(items)));
  return f.and(arena, parts);
}

/** `root`: the schema whose own unevaluated keywords are being lowered. */
function casesOf(lowering: Lowerer, place: Located, depth: number, root: boolean, items: boolean): Case[] {
  const { schema } = place;
  const { arena } = lowering;
  if (depth > 12) throw new Intractable();
  if (!isRecord(schema)) return [nothing(arena)];
  let cases = [root || !isOnlyReference(schema, place) ? ownCase(arena, schema, place, root, items) : nothing(arena)];
  const under = (sub: Json) => locate(lowering.schemas, sub, place);
  const of = (sub: Located) => casesOf(lowering, sub, depth + 1, false, items);
  for (const { target } of referencesOf(lowering.schemas, schema, place)) {
    if (target === undefined) throw new Intractable();
    cases = product(arena, cases, of(target));
  }
  if (isOnlyReference(schema, place)) return cases;
  for (const sub of list(schema, "allOf")) cases = product(arena, cases, of(under(sub)));
  for (const sub of [...list(schema, "anyOf"), ...list(schema, "oneOf")]) {
    cases = product(arena, cases, either(lowering, under(sub), of));
  }
  cases = product(arena, cases, conditionCases(lowering, schema, under, of));
  return product(arena, cases, dependentCases(lowering, schema, under, of));
}

function list(schema: JsonRecord, key: string): readonly Json[] {
  const value = own(schema, key);
  return isList(value) ? value : [];
}

function nothing(arena: Arena): Case {
  return { condition: f.always(arena), names: [], patterns: [], allNames: false, items: 0 };
}

function ownCase(arena: Arena, schema: JsonRecord, place: Located, root: boolean, items: boolean): Case {
  const contains = own(schema, "contains");
  if (items && contains !== undefined && place.dialect.level >= 9) throw new Intractable();
  const { prefix, rest } = itemSchemas(schema, place);
  const patterns = own(schema, "patternProperties");
  const inner = (key: string) => !root && own(schema, key) !== undefined;
  return {
    condition: f.always(arena),
    names: propertyNames(schema),
    patterns: isRecord(patterns) ? Object.keys(patterns).map((source) => patternKeys(arena, source)) : [],
    allNames: own(schema, "additionalProperties") !== undefined || inner("unevaluatedProperties"),
    items: rest !== undefined || inner("unevaluatedItems") ? Infinity : prefix.length,
  };
}

function product(arena: Arena, left: readonly Case[], right: readonly Case[]): Case[] {
  if (left.length * right.length > MOST_CASES) throw new Intractable();
  return left.flatMap((a) => right.map((b) => joined(arena, a, b))).filter((one) => one.condition.op !== "false");
}

function joined(arena: Arena, a: Case, b: Case): Case {
  return {
    condition: f.and(arena, [a.condition, b.condition]),
    names: [...new Set([...a.names, ...b.names])],
    patterns: [...new Set([...a.patterns, ...b.patterns])],
    allNames: a.allNames || b.allNames,
    items: Math.max(a.items, b.items),
  };
}

type CasesOf = (place: Located) => Case[];

function either(lowering: Lowerer, sub: Located, of: CasesOf): Case[] {
  const { arena } = lowering;
  const holds = lowering.lower(sub);
  return [...given(arena, holds, of(sub)), { ...nothing(arena), condition: f.not(arena, holds) }];
}

function given(arena: Arena, condition: Formula, cases: readonly Case[]): Case[] {
  return cases.map((one) => ({ ...one, condition: f.and(arena, [condition, one.condition]) }));
}

function conditionCases(lowering: Lowerer, schema: JsonRecord, under: (sub: Json) => Located, of: CasesOf): Case[] {
  const { arena } = lowering;
  const condition = own(schema, "if");
  if (condition === undefined) return [nothing(arena)];
  const test = lowering.lower(under(condition));
  const branch = (key: string) => of(under(own(schema, key) ?? true));
  return [
    ...given(arena, test, product(arena, of(under(condition)), branch("then"))),
    ...given(arena, f.not(arena, test), branch("else")),
  ];
}

function dependentCases(lowering: Lowerer, schema: JsonRecord, under: (sub: Json) => Located, of: CasesOf): Case[] {
  const { arena } = lowering;
  const dependent = own(schema, "dependentSchemas");
  if (!isRecord(dependent)) return [nothing(arena)];
  let cases = [nothing(arena)];
  for (const name of Object.keys(dependent)) {
    const then = given(arena, f.has(arena, name), of(under(dependent[name] ?? true)));
    cases = product(arena, cases, [...then, { ...nothing(arena), condition: f.lacks(arena, name) }]);
  }
  return cases;
}
