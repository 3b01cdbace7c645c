/**
 * A validator of plain schemas, apart from the formulas on purpose: a witness counts only when this
 * file agrees. Three-valued, since some formats, patterns and references are not understood.
 */
import type { Json } from "../kind.ts";
import { evaluateArray } from "./evaluate-array.ts";
import { evaluateObject } from "./evaluate-object.ts";
import { evaluateScalar } from "./evaluate-scalar.ts";
import { NOTHING, REJECTED, merged } from "./evaluation.ts";
import type { Evaluation, Evaluator, Seen } from "./evaluation.ts";
import { isList, isRecord, negated, own } from "./json.ts";
import type { JsonRecord, Truth } from "./json.ts";
import { isOnlyReference, referencesOf } from "./reference.ts";
import { locate } from "./schemas.ts";
import type { Located, Schemas } from "./schemas.ts";

/**
 * Whether the schema accepts the value; undefined where that is not known.
 *
 * A schema that leads back to itself at the same value adds nothing there: `Pet` is one of `Cat` and `Dog`, and
 * each of these is all of `Pet` and more. The standards leave that undefined, and descriptions of HTTP are full of it.
 */
export function evaluate(
  schemas: Schemas,
  place: Located,
  value: Json,
  formats: "assert" | "ignore" = "assert",
): Truth {
  let steps = 0;
  const open = new Map<object, Json[]>();
  const evaluator: Evaluator = {
    formats,
    run(sub, part, depth) {
      if (depth > 150 || ++steps > 200_000) return { valid: undefined, seen: NOTHING };
      if (!isRecord(sub.schema)) return evaluateAt(schemas, sub, part, evaluator);
      const parts = open.get(sub.schema) ?? [];
      if (parts.includes(part)) return { valid: true, seen: NOTHING };
      open.set(sub.schema, [...parts, part]);
      const evaluation = evaluateAt(schemas, sub, part, { ...evaluator, depth: depth + 1 });
      open.set(sub.schema, parts);
      return evaluation;
    },
    place: (sub, parent) => locate(schemas, sub, parent),
    depth: 0,
  };
  return evaluator.run(place, value, 0).valid;
}

function evaluateAt(schemas: Schemas, place: Located, value: Json, evaluator: Evaluator): Evaluation {
  const { schema } = place;
  if (schema === false) return REJECTED;
  if (!isRecord(schema)) return { valid: true, seen: NOTHING };
  if (
    place.dialect.nullable &&
    value === null &&
    (own(schema, "nullable") === true || own(schema, "x-nullable") === true)
  ) {
    if (!isOnlyReference(schema, place)) return { valid: true, seen: NOTHING };
  }
  const references = referencesOf(schemas, schema, place).map(({ target }) =>
    target === undefined ? { valid: undefined, seen: NOTHING } : evaluator.run(target, value, evaluator.depth),
  );
  if (isOnlyReference(schema, place)) return merged(references);
  const beside = merged([
    ...references,
    { valid: evaluateScalar(schema, place, value, evaluator.formats), seen: NOTHING },
    ...combinators(schema, place, value, evaluator),
    evaluateArray(schema, place, value, evaluator),
    evaluateObject(schema, place, value, evaluator),
  ]);
  return place.dialect.level < 8 ? beside : unevaluated(schema, place, value, beside, evaluator);
}

function combinators(schema: JsonRecord, place: Located, value: Json, evaluator: Evaluator): Evaluation[] {
  const run = (sub: Json) => evaluator.run(evaluator.place(sub, place), value, evaluator.depth);
  const each = (key: string) => {
    const list = own(schema, key);
    return isList(list) ? list.map(run) : undefined;
  };
  const results = [...(each("allOf") ?? [])];
  const any = each("anyOf");
  if (any !== undefined) results.push(choice(any, (yes, maybe) => (yes > 0 ? true : maybe > 0 ? undefined : false)));
  const one = each("oneOf");
  if (one !== undefined) results.push(choice(one, exactlyOne));
  const no = own(schema, "not");
  if (no !== undefined) results.push({ valid: negated(run(no).valid), seen: NOTHING });
  const condition = own(schema, "if");
  if (condition !== undefined && place.dialect.level >= 7) results.push(conditional(schema, run(condition), run));
  return results;
}

function exactlyOne(yes: number, maybe: number): Truth {
  if (yes > 1) return false;
  if (maybe > 0) return undefined;
  return yes === 1;
}

function choice(results: readonly Evaluation[], decide: (yes: number, maybe: number) => Truth): Evaluation {
  const passed = results.filter((result) => result.valid === true);
  const maybe = results.filter((result) => result.valid === undefined);
  const valid = decide(passed.length, maybe.length);
  if (valid === false) return REJECTED;
  return { valid, seen: { ...merged(passed).seen, certain: maybe.length === 0 && merged(passed).seen.certain } };
}

function conditional(schema: JsonRecord, test: Evaluation, run: (sub: Json) => Evaluation): Evaluation {
  const then = () => run(own(schema, "then") ?? true);
  const otherwise = () => run(own(schema, "else") ?? true);
  if (test.valid === true) return merged([test, then()]);
  if (test.valid === false) return otherwise();
  const [a, b] = [then().valid, otherwise().valid];
  return { valid: a === b ? a : undefined, seen: { ...NOTHING, certain: false } };
}

function unevaluated(
  schema: JsonRecord,
  place: Located,
  value: Json,
  beside: Evaluation,
  evaluator: Evaluator,
): Evaluation {
  if (beside.valid === false) return REJECTED;
  const results: Evaluation[] = [beside];
  const properties = own(schema, "unevaluatedProperties");
  if (properties !== undefined && isRecord(value)) {
    const rest = Object.keys(value).filter((name) => !beside.seen.names.has(name));
    const left = rest.map((name) =>
      evaluator.run(evaluator.place(properties, place), value[name] ?? null, evaluator.depth),
    );
    results.push(uncertain(left, beside.seen, { ...NOTHING, names: new Set(rest) }));
  }
  const items = own(schema, "unevaluatedItems");
  if (items !== undefined && isList(value)) {
    const rest = [...value.keys()].filter((index) => !beside.seen.items.has(index));
    const left = rest.map((index) =>
      evaluator.run(evaluator.place(items, place), value[index] ?? null, evaluator.depth),
    );
    results.push(uncertain(left, beside.seen, { ...NOTHING, items: new Set(rest) }));
  }
  return merged(results);
}

/** A part that may or may not have been looked at is refused by nobody. */
function uncertain(results: readonly Evaluation[], before: Seen, seen: Seen): Evaluation {
  const valid = merged(results).valid;
  return { valid: valid === false && !before.certain ? undefined : valid, seen };
}
