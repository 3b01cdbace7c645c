/** Types, and the keywords of numbers and strings. */
import type { Json } from "../kind.ts";
import * as f from "./formula.ts";
import type { Formula } from "./formula.ts";
import { isList, own } from "./json.ts";
import type { JsonRecord } from "./json.ts";
import type { Lowering } from "./lowering.ts";
import type { Located } from "./schemas.ts";

const TYPES: ReadonlyMap<Json, number> = new Map<Json, number>([
  ["null", f.NULL],
  ["boolean", f.BOOLEAN],
  ["number", f.NUMBER],
  ["integer", f.NUMBER],
  ["string", f.STRING],
  ["file", f.STRING],
  ["array", f.ARRAY],
  ["object", f.OBJECT],
]);

/** `integer` is a number that is a multiple of 1, so that no case distinction is needed. */
export function lowerType({ arena }: Lowering, schema: JsonRecord, place: Located): Formula[] {
  const type = own(schema, "type");
  if (type === undefined) return [];
  const names = isList(type) ? type : [type];
  if (names.includes("any") && place.dialect.level === 4) return [];
  const mask = names.reduce<number>((all, name) => all | (TYPES.get(name) ?? 0), 0);
  const whole = names.includes("integer") && !names.includes("number");
  return [f.types(arena, mask), ...(whole ? [f.atom(arena, { op: "multiple", by: 1 })] : [])];
}

export function lowerNumber(lowering: Lowering, schema: JsonRecord, place: Located): Formula[] {
  const { arena } = lowering;
  const parts: Formula[] = [];
  const number = (key: string) => {
    const value = own(schema, key);
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  };
  for (const [op, key, exclusive] of BOUNDS) {
    const bound = number(key);
    const strict = place.dialect.exclusiveFlags && own(schema, exclusive) === true;
    if (bound !== undefined) parts.push(f.atom(arena, { op, bound, strict }));
    const beyond = number(exclusive);
    if (beyond !== undefined) parts.push(f.atom(arena, { op, bound: beyond, strict: true }));
  }
  const by = number("multipleOf");
  if (by !== undefined && by > 0) parts.push(f.atom(arena, { op: "multiple", by }));
  if (lowering.formats === "assert" && lowering.direction !== undefined)
    parts.push(...lowerNumberFormat(lowering, schema));
  return parts;
}

const BOUNDS = [
  ["min", "minimum", "exclusiveMinimum"],
  ["max", "maximum", "exclusiveMaximum"],
] as const;

/** The numeric formats of OpenAPI are ranges. */
function lowerNumberFormat({ arena }: Lowering, schema: JsonRecord): Formula[] {
  const range = (min: number, max: number, strict: boolean): Formula[] => [
    f.atom(arena, { op: "min", bound: min, strict: false }),
    f.atom(arena, { op: "max", bound: max, strict }),
  ];
  switch (own(schema, "format")) {
    case "int32":
      return range(-(2 ** 31), 2 ** 31, true);
    case "int64":
      return range(-(2 ** 63), 2 ** 63, true);
    case "float":
      return range(-3.4028234663852886e38, 3.4028234663852886e38, false);
    default:
      return [];
  }
}

const NUMBER_FORMATS = new Set<Json>(["int32", "int64", "float", "double"]);

export function lowerString(lowering: Lowering, schema: JsonRecord): Formula[] {
  const { arena } = lowering;
  const parts: Formula[] = [...counts(arena, schema, "minLength", "maxLength", "minLength", "maxLength")];
  const pattern = own(schema, "pattern");
  if (typeof pattern === "string") parts.push(f.atom(arena, { op: "pattern", source: pattern }));
  const format = own(schema, "format");
  if (typeof format === "string" && lowering.formats === "assert" && !NUMBER_FORMATS.has(format)) {
    parts.push(f.atom(arena, { op: "format", name: format }));
  }
  return parts;
}

type Count = "minLength" | "maxLength" | "minItems" | "maxItems" | "minKeys" | "maxKeys";

/** A lower and an upper bound of a count. */
export function counts(
  arena: f.Arena,
  schema: JsonRecord,
  low: string,
  high: string,
  min: Count,
  max: Count,
): Formula[] {
  const parts: Formula[] = [];
  const least = own(schema, low);
  const most = own(schema, high);
  if (typeof least === "number" && least > 0) parts.push(f.atom(arena, { op: min, count: Math.ceil(least) }));
  if (typeof most === "number" && Number.isFinite(most))
    parts.push(f.atom(arena, { op: max, count: Math.floor(most) }));
  return parts;
}
