/** Types, values, and the keywords of numbers and strings. */
import type { Json } from "../kind.ts";
import { isOfFormat } from "./format.ts";
import { both, codePoints, equal, isList, isRecord, own } from "./json.ts";
import type { JsonRecord, Truth } from "./json.ts";
import { accepts, patternLanguage } from "./language.ts";
import { isMultiple, rational } from "./rational.ts";
import type { Located } from "./schemas.ts";

export function evaluateScalar(schema: JsonRecord, place: Located, value: Json, formats: "assert" | "ignore"): Truth {
  if (!hasType(schema, place, value) || !hasValue(schema, place, value)) return false;
  if (typeof value === "number") return evaluateNumber(schema, place, value);
  return typeof value === "string" ? evaluateString(schema, value, formats) : true;
}

function hasType(schema: JsonRecord, place: Located, value: Json): boolean {
  const type = own(schema, "type");
  if (type === undefined) return true;
  return (isList(type) ? type : [type]).some((name) => isType(name, value, place));
}

function isType(name: Json, value: Json, place: Located): boolean {
  switch (name) {
    case "null":
      return value === null;
    case "integer":
      return Number.isInteger(value);
    case "array":
      return isList(value);
    case "object":
      return isRecord(value);
    case "file":
      return typeof value === "string";
    case "any":
      return place.dialect.level === 4;
    default:
      return typeof value === name;
  }
}

function hasValue(schema: JsonRecord, place: Located, value: Json): boolean {
  const values = own(schema, "enum");
  if (isList(values) && !values.some((one) => equal(one, value))) return false;
  const constant = place.dialect.level >= 6 ? own(schema, "const") : undefined;
  return constant === undefined || equal(constant, value);
}

function evaluateNumber(schema: JsonRecord, place: Located, value: number): Truth {
  const keyword = (key: string) => {
    const bound = own(schema, key);
    return typeof bound === "number" ? bound : undefined;
  };
  const flag = (key: string) => place.dialect.exclusiveFlags && own(schema, key) === true;
  const min = keyword("minimum");
  const max = keyword("maximum");
  if (min !== undefined && (value < min || (value === min && flag("exclusiveMinimum")))) return false;
  if (max !== undefined && (value > max || (value === max && flag("exclusiveMaximum")))) return false;
  if (value <= (keyword("exclusiveMinimum") ?? -Infinity)) return false;
  if (value >= (keyword("exclusiveMaximum") ?? Infinity)) return false;
  const by = keyword("multipleOf");
  return by === undefined || by <= 0 ? true : multiple(value, by);
}

export function multiple(value: number, by: number): Truth {
  const [a, b] = [rational(value), rational(by)];
  return a === undefined || b === undefined ? undefined : isMultiple(a, b);
}

function evaluateString(schema: JsonRecord, value: string, formats: "assert" | "ignore"): Truth {
  const least = own(schema, "minLength");
  const most = own(schema, "maxLength");
  const length = codePoints(value);
  if (typeof least === "number" && length < least) return false;
  if (typeof most === "number" && length > most) return false;
  const pattern = own(schema, "pattern");
  const format = own(schema, "format");
  const matches = typeof pattern === "string" ? matchesPattern(pattern, value) : true;
  const formatted = typeof format === "string" && formats === "assert" && !/^(int32|int64|float|double)$/.test(format);
  return formatted ? both(matches, isOfFormat(format, value)) : matches;
}

export function matchesPattern(source: string, text: string): Truth {
  const language = patternLanguage(source);
  return language === undefined ? undefined : accepts(language, text);
}
