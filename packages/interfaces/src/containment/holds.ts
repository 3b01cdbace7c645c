/** Whether a value satisfies a formula. Three-valued, like the evaluator of schemas. */
import type { Json } from "../kind.ts";
import { multiple, matchesPattern } from "./evaluate-scalar.ts";
import { isOfFormat } from "./format.ts";
import { ARRAY, NUMBER, OBJECT, STRING, atomType, typeOfValue } from "./formula.ts";
import type { Formula } from "./formula.ts";
import { both, canonical, codePoints, isList, isRecord, negated } from "./json.ts";
import type { Truth } from "./json.ts";

/** References being followed at this moment, each with the values that it is asked of. */
type Following = Map<Formula, Json[]>;

export function holds(formula: Formula, value: Json): Truth {
  return holdsAt(formula, value, 0, new Map());
}

function holdsAt(formula: Formula, value: Json, depth: number, following: Following): Truth {
  if (depth > 200) return undefined;
  const type = typeOfValue(value);
  const about = atomType(formula);
  if (about !== undefined && about !== type) return true;
  switch (formula.op) {
    case "true":
      return true;
    case "false":
      return false;
    case "types":
      return (formula.types & type) !== 0;
    case "not":
      return negated(holdsAt(formula.of, value, depth + 1, following));
    case "and":
      return every(formula.of, (part) => holdsAt(part, value, depth + 1, following));
    case "or":
      return negated(every(formula.of, (part) => negated(holdsAt(part, value, depth + 1, following))));
    case "one":
      return one(formula.of.map((part) => holdsAt(part, value, depth + 1, following)));
    case "ref":
      return holdsReference(formula, formula.expand, value, depth, following);
    case "opaque":
      return formula.holds(value);
    case "enum":
      return formula.values.some((known) => known === value);
    default:
      return holdsAtom(formula, value, type, depth, following);
  }
}

/** A schema that leads back to itself at the same value adds nothing there; see `evaluate`. */
function holdsReference(
  formula: Formula,
  expand: () => Formula,
  value: Json,
  depth: number,
  following: Following,
): Truth {
  const values = following.get(formula) ?? [];
  if (values.includes(value)) return true;
  following.set(formula, [...values, value]);
  try {
    return holdsAt(expand(), value, depth + 1, following);
  } finally {
    following.set(formula, values);
  }
}

function holdsAtom(formula: Formula, value: Json, type: number, depth: number, following: Following): Truth {
  if (type === NUMBER && typeof value === "number") return holdsNumber(formula, value);
  if (type === STRING && typeof value === "string") return holdsString(formula, value);
  if (type === ARRAY && isList(value)) return holdsArray(formula, value, depth, following);
  return type === OBJECT && isRecord(value) ? holdsObject(formula, value, depth, following) : undefined;
}

function every<T>(list: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = true;
  for (const item of list) {
    result = both(result, test(item));
    if (result === false) return false;
  }
  return result;
}

function one(verdicts: readonly Truth[]): Truth {
  const yes = verdicts.filter((verdict) => verdict === true).length;
  if (yes > 1) return false;
  return verdicts.includes(undefined) ? undefined : yes === 1;
}

function holdsNumber(formula: Formula, value: number): Truth {
  if (formula.op === "min") return formula.strict ? value > formula.bound : value >= formula.bound;
  if (formula.op === "max") return formula.strict ? value < formula.bound : value <= formula.bound;
  return formula.op === "multiple" ? multiple(value, formula.by) : undefined;
}

function holdsString(formula: Formula, value: string): Truth {
  if (formula.op === "minLength") return codePoints(value) >= formula.count;
  if (formula.op === "maxLength") return codePoints(value) <= formula.count;
  if (formula.op === "pattern") return matchesPattern(formula.source, value);
  return formula.op === "format" ? isOfFormat(formula.name, value) : undefined;
}

function holdsArray(formula: Formula, value: readonly Json[], depth: number, following: Following): Truth {
  switch (formula.op) {
    case "minItems":
      return value.length >= formula.count;
    case "maxItems":
      return value.length <= formula.count;
    case "unique":
      return new Set(value.map(canonical)).size === value.length;
    case "at":
      return formula.index >= value.length || holdsAt(formula.item, value[formula.index] ?? null, depth + 1, following);
    case "from":
      return every(value.slice(formula.index), (item) => holdsAt(formula.item, item, depth + 1, following));
    case "atLeast":
    case "atMost":
      return holdsCount(formula, value, depth, following);
    default:
      return undefined;
  }
}

function holdsCount(
  formula: Formula & { op: "atLeast" | "atMost" },
  value: readonly Json[],
  depth: number,
  following: Following,
): Truth {
  const verdicts = value.map((item) => holdsAt(formula.item, item, depth + 1, following));
  const yes = verdicts.filter((verdict) => verdict === true).length;
  const maybe = yes + verdicts.filter((verdict) => verdict === undefined).length;
  const [least, most] =
    formula.op === "atLeast"
      ? [yes >= formula.count, maybe >= formula.count]
      : [maybe <= formula.count, yes <= formula.count];
  return least === most ? least : undefined;
}

function holdsObject(
  formula: Formula,
  value: { readonly [key: string]: Json },
  depth: number,
  following: Following,
): Truth {
  const names = Object.keys(value);
  if (formula.op === "minKeys") return names.length >= formula.count;
  if (formula.op === "maxKeys") return names.length <= formula.count;
  if (formula.op !== "member") return undefined;
  return every(names, (name) => {
    const applies = holdsAt(formula.keys, name, depth + 1, following);
    const verdict = applies === false ? true : holdsAt(formula.value, value[name] ?? null, depth + 1, following);
    return applies === true || verdict === true ? verdict : undefined;
  });
}
