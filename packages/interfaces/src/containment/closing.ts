/**
 * What a producer really sends: of the open objects that nearly all HTTP schemas describe, just the
 * properties that they declare. Only the producing side is read so; the consuming side stays open.
 */
import type { Json } from "../kind.ts";
import * as f from "./formula.ts";
import type { Formula } from "./formula.ts";
import { isList, isRecord, own } from "./json.ts";
import type { JsonRecord } from "./json.ts";
import { isHidden, otherKeys, patternKeys } from "./lower-object.ts";
import { itemSchemas } from "./item-schemas.ts";
import type { Lowering } from "./lowering.ts";
import { isOnlyReference, referencesOf } from "./reference.ts";
import { locate } from "./schemas.ts";
import type { Located } from "./schemas.ts";

/** All that the schemas at one position, combined in whatever way, declare. */
interface Declared {
  readonly names: Map<string, Located[]>;
  readonly patterns: Set<string>;
  readonly others: Located[];
  readonly items: Located[];
  /** Anything may be sent: some schema says so, or a variant declares nothing. */
  open: boolean;
}

export function closing(lowering: Lowering, places: readonly Located[]): Formula {
  const { arena } = lowering;
  const objects = places.filter((place) => isRecord(place.schema));
  if (objects.length === 0) return f.always(arena);
  const key = objects.map((place) => placeKey(place.schema)).sort((a, b) => a - b);
  return f.reference(arena, `closing ${lowering.schemas.name} ${lowering.direction} ${key.join(" ")}`, () =>
    closed(lowering, objects),
  );
}

const keys = new WeakMap<object, number>();
let lastKey = 0;

function placeKey(schema: Json): number {
  if (!isRecord(schema)) return 0;
  const known = keys.get(schema);
  if (known !== undefined) return known;
  lastKey++;
  keys.set(schema, lastKey);
  return lastKey;
}

function closed(lowering: Lowering, places: readonly Located[]): Formula {
  const { arena } = lowering;
  const declared: Declared = { names: new Map(), patterns: new Set(), others: [], items: [], open: false };
  const seen = new Set<Json>();
  for (const place of places) collect(lowering, place, declared, seen, false);
  const parts: Formula[] = [];
  for (const [name, schemas] of declared.names) {
    parts.push(f.member(arena, f.scalars(arena, [name]), closing(lowering, schemas)));
  }
  const patterns = [...declared.patterns].map((source) => patternKeys(arena, source));
  const others = otherKeys(arena, [...declared.names.keys()], patterns);
  if (declared.others.length > 0) parts.push(f.member(arena, others, closing(lowering, declared.others)));
  else if (!declared.open && declared.names.size > 0) parts.push(f.member(arena, others, f.never(arena)));
  if (declared.items.length > 0) parts.push(f.items(arena, "from", 0, closing(lowering, declared.items)));
  return f.and(arena, parts);
}

function collect(lowering: Lowering, place: Located, declared: Declared, seen: Set<Json>, variant: boolean): void {
  const { schema } = place;
  if (!isRecord(schema) || seen.has(schema)) return;
  seen.add(schema);
  const under = (sub: Json) => locate(lowering.schemas, sub, place);
  for (const { target } of referencesOf(lowering.schemas, schema, place)) {
    if (target === undefined) declared.open = true;
    else collect(lowering, target, declared, seen, variant);
  }
  if (isOnlyReference(schema, place)) return;
  collectOwn(lowering, schema, place, declared, variant);
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const list = own(schema, key);
    if (isList(list)) for (const sub of list) collect(lowering, under(sub), declared, seen, variant || key !== "allOf");
  }
  for (const key of ["if", "then", "else"]) {
    const sub = own(schema, key);
    if (sub !== undefined) collect(lowering, under(sub), declared, seen, false);
  }
  const dependent = own(schema, "dependentSchemas");
  if (isRecord(dependent))
    for (const name of Object.keys(dependent)) collect(lowering, under(dependent[name] ?? true), declared, seen, false);
}

function collectOwn(
  lowering: Lowering,
  schema: JsonRecord,
  place: Located,
  declared: Declared,
  variant: boolean,
): void {
  const under = (sub: Json) => locate(lowering.schemas, sub, place);
  const properties = own(schema, "properties");
  const names = isRecord(properties) ? Object.keys(properties) : [];
  for (const name of names) {
    if (isHidden(lowering, schema, name, place)) continue;
    const known = declared.names.get(name) ?? [];
    known.push(under(isRecord(properties) ? (properties[name] ?? true) : true));
    declared.names.set(name, known);
  }
  const patterns = own(schema, "patternProperties");
  if (isRecord(patterns)) for (const source of Object.keys(patterns)) declared.patterns.add(source);
  for (const key of ["additionalProperties", "unevaluatedProperties"]) {
    const additional = own(schema, key);
    if (additional === true) declared.open = true;
    else if (isRecord(additional)) declared.others.push(under(additional));
  }
  if (variant && names.length === 0 && own(schema, "type") === "object") declared.open = true;
  const { prefix, rest } = itemSchemas(schema, place);
  for (const item of [...prefix, ...(rest === undefined ? [] : [rest])]) declared.items.push(under(item));
}
