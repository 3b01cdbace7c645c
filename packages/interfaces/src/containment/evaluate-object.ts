/** Keywords of objects. */
import type { Json } from "../kind.ts";
import { matchesPattern } from "./evaluate-scalar.ts";
import { NOTHING, REJECTED, merged } from "./evaluation.ts";
import type { Evaluation, Evaluator } from "./evaluation.ts";
import { isList, isRecord, own } from "./json.ts";
import type { JsonRecord, Truth } from "./json.ts";
import type { Located } from "./schemas.ts";

export function evaluateObject(schema: JsonRecord, place: Located, value: Json, evaluator: Evaluator): Evaluation {
  if (!isRecord(value)) return { valid: true, seen: NOTHING };
  if (!countsHold(schema, value)) return REJECTED;
  return merged([
    evaluateMembers(schema, place, value, evaluator),
    ...evaluateDependencies(schema, place, value, evaluator),
    evaluateNames(schema, place, value, evaluator),
  ]);
}

function countsHold(schema: JsonRecord, value: JsonRecord): boolean {
  const count = Object.keys(value).length;
  const least = own(schema, "minProperties");
  const most = own(schema, "maxProperties");
  if (typeof least === "number" && count < least) return false;
  if (typeof most === "number" && count > most) return false;
  const required = own(schema, "required");
  return !isList(required) || required.every((name) => typeof name !== "string" || Object.hasOwn(value, name));
}

function evaluateMembers(schema: JsonRecord, place: Located, value: JsonRecord, evaluator: Evaluator): Evaluation {
  const patterns = own(schema, "patternProperties");
  const sources = isRecord(patterns) ? Object.keys(patterns) : [];
  const properties = own(schema, "properties");
  const additional = own(schema, "additionalProperties");
  const run = (sub: Json, part: Json) => evaluator.run(evaluator.place(sub, place), part, evaluator.depth).valid;
  const results: Evaluation[] = [];
  for (const name of Object.keys(value)) {
    const part = value[name] ?? null;
    const property = isRecord(properties) ? own(properties, name) : undefined;
    const matches = sources.map((source) => matchesPattern(source, name));
    const verdicts: Truth[] = property === undefined ? [] : [run(property, part)];
    for (const [index, source] of sources.entries()) {
      if (matches[index] === false || !isRecord(patterns)) continue;
      verdicts.push(
        matches[index] === undefined
          ? hedged(run(patterns[source] ?? true, part))
          : run(patterns[source] ?? true, part),
      );
    }
    const known = property !== undefined || matches.includes(true);
    const uncertain = !known && matches.includes(undefined);
    if (!known && additional !== undefined)
      verdicts.push(uncertain ? hedged(run(additional, part)) : run(additional, part));
    const seen = known || additional !== undefined ? new Set([name]) : NOTHING.names;
    results.push(...verdicts.map((valid) => ({ valid, seen: NOTHING })), {
      valid: true,
      seen: { ...NOTHING, names: seen, certain: !uncertain || additional !== undefined },
    });
  }
  return merged(results);
}

/** A rule that may not apply refuses nothing for certain. */
function hedged(valid: Truth): Truth {
  return valid === true ? true : undefined;
}

function evaluateDependencies(
  schema: JsonRecord,
  place: Located,
  value: JsonRecord,
  evaluator: Evaluator,
): Evaluation[] {
  const results: Evaluation[] = [];
  const keys = place.dialect.level >= 8 ? ["dependentRequired", "dependentSchemas"] : ["dependencies"];
  for (const key of keys) {
    const dependencies = own(schema, key);
    if (!isRecord(dependencies)) continue;
    for (const name of Object.keys(dependencies).filter((one) => Object.hasOwn(value, one))) {
      const then = dependencies[name] ?? true;
      if (!isList(then)) results.push(evaluator.run(evaluator.place(then, place), value, evaluator.depth));
      else if (then.some((other) => typeof other === "string" && !Object.hasOwn(value, other))) results.push(REJECTED);
    }
  }
  return results;
}

function evaluateNames(schema: JsonRecord, place: Located, value: JsonRecord, evaluator: Evaluator): Evaluation {
  const names = own(schema, "propertyNames");
  if (names === undefined || place.dialect.level < 6) return { valid: true, seen: NOTHING };
  const sub = evaluator.place(names, place);
  const verdicts = Object.keys(value).map((name) => evaluator.run(sub, name, evaluator.depth).valid);
  return merged(verdicts.map((valid) => ({ valid, seen: NOTHING })));
}
