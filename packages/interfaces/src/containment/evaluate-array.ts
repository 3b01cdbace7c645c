/** Keywords of arrays. */
import type { Json } from "../kind.ts";
import { NOTHING, REJECTED, merged } from "./evaluation.ts";
import type { Evaluation, Evaluator } from "./evaluation.ts";
import { canonical, isList, own } from "./json.ts";
import type { JsonRecord, Truth } from "./json.ts";
import { itemSchemas } from "./item-schemas.ts";
import type { Located } from "./schemas.ts";

export function evaluateArray(schema: JsonRecord, place: Located, value: Json, evaluator: Evaluator): Evaluation {
  if (!isList(value)) return { valid: true, seen: NOTHING };
  if (!countsHold(schema, value)) return REJECTED;
  return merged([evaluateItems(schema, place, value, evaluator), evaluateContains(schema, place, value, evaluator)]);
}

function countsHold(schema: JsonRecord, value: readonly Json[]): boolean {
  const least = own(schema, "minItems");
  const most = own(schema, "maxItems");
  if (typeof least === "number" && value.length < least) return false;
  if (typeof most === "number" && value.length > most) return false;
  return own(schema, "uniqueItems") !== true || new Set(value.map(canonical)).size === value.length;
}

function evaluateItems(schema: JsonRecord, place: Located, value: readonly Json[], evaluator: Evaluator): Evaluation {
  const { prefix, rest } = itemSchemas(schema, place);
  const results: Evaluation[] = [];
  const seen = new Set<number>();
  for (const [index, item] of value.entries()) {
    const sub = prefix[index] ?? rest;
    if (sub === undefined) continue;
    seen.add(index);
    results.push({ valid: evaluator.run(evaluator.place(sub, place), item, evaluator.depth).valid, seen: NOTHING });
  }
  const valid = merged(results).valid;
  return valid === false ? REJECTED : { valid, seen: { ...NOTHING, items: seen } };
}

function evaluateContains(
  schema: JsonRecord,
  place: Located,
  value: readonly Json[],
  evaluator: Evaluator,
): Evaluation {
  const contains = own(schema, "contains");
  if (contains === undefined || place.dialect.level < 6) return { valid: true, seen: NOTHING };
  const found = value.map((item) => evaluator.run(evaluator.place(contains, place), item, evaluator.depth).valid);
  const yes = found.filter((one) => one === true).length;
  const maybe = yes + found.filter((one) => one === undefined).length;
  const count = (key: string, otherwise: number) => {
    const bound = place.dialect.level >= 8 ? own(schema, key) : undefined;
    return typeof bound === "number" ? bound : otherwise;
  };
  const valid = within(yes, maybe, count("minContains", 1), count("maxContains", Infinity));
  if (valid === false) return REJECTED;
  const items = place.dialect.level >= 9 ? [...found.keys()].filter((index) => found[index] === true) : [];
  return { valid, seen: { names: NOTHING.names, items: new Set(items), certain: maybe === yes } };
}

function within(yes: number, maybe: number, least: number, most: number): Truth {
  if (maybe < least || yes > most) return false;
  return yes >= least && maybe <= most ? true : undefined;
}
