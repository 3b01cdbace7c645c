/** Which schemas judge the same value as a schema does: its parts in combinators, and what these refer to. */
import { isList, isRecord, own } from "./json.ts";
import type { JsonRecord } from "./json.ts";
import { referencesOf } from "./reference.ts";
import { locate } from "./schemas.ts";
import type { Located, Schemas } from "./schemas.ts";

const reached = new WeakMap<object, ReadonlySet<object>>();

/** Whether judging the value by this schema comes to one of `others`, without going into a part of the value. */
export function leadsTo(schemas: Schemas, place: Located, others: readonly object[]): boolean {
  if (!isRecord(place.schema)) return false;
  const known = reached.get(place.schema) ?? reachOf(schemas, place);
  reached.set(place.schema, known);
  return others.some((one) => known.has(one));
}

function reachOf(schemas: Schemas, place: Located): ReadonlySet<object> {
  const found = new Set<object>();
  const open: Located[] = [place];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { schema } = next;
    if (!isRecord(schema) || found.has(schema)) continue;
    found.add(schema);
    for (const part of partsOf(schema)) open.push(locate(schemas, part, next));
    for (const { target } of referencesOf(schemas, schema, next)) if (target !== undefined) open.push(target);
  }
  return found;
}

function partsOf(schema: JsonRecord) {
  const lists = ["allOf", "anyOf", "oneOf"].flatMap((key) => {
    const value = own(schema, key);
    return isList(value) ? value : [];
  });
  const single = ["not", "if", "then", "else"].flatMap((key) => own(schema, key) ?? []);
  return [...lists, ...single];
}
