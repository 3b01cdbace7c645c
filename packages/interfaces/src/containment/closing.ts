/**
 * Nearly all HTTP schemas describe open objects, and mean by a property they do not declare that it is
 * not there: a producer does not send by chance, in some other meaning, what only the consumer declares.
 * So a property that is new in what is consumed does not make older requests invalid.
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

export function closing(
  producer: Lowering,
  places: readonly Located[],
  consumer: Lowering,
  others: readonly Located[],
): Formula {
  const { arena } = producer;
  const made = places.filter((place) => isRecord(place.schema));
  const taken = others.filter((place) => isRecord(place.schema));
  if (made.length === 0 || taken.length === 0) return f.always(arena);
  const key = [made, taken].map((side) =>
    side
      .map((place) => placeKey(place.schema))
      .sort((a, b) => a - b)
      .join(" "),
  );
  const name = `closing ${producer.schemas.name} ${consumer.schemas.name} ${producer.direction} ${key.join(" / ")}`;
  return f.reference(arena, name, () => closed(producer, made, consumer, taken));
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

function closed(
  producer: Lowering,
  places: readonly Located[],
  consumer: Lowering,
  others: readonly Located[],
): Formula {
  const { arena } = producer;
  const made = declaredBy(producer, places, true);
  const taken = declaredBy(consumer, others, false);
  const parts: Formula[] = [];
  for (const [name, schemas] of taken.names) {
    const known = made.names.get(name);
    const keys = f.scalars(arena, [name]);
    if (known !== undefined) parts.push(f.member(arena, keys, closing(producer, known, consumer, schemas)));
    else if (made.others.length > 0)
      parts.push(f.member(arena, keys, closing(producer, made.others, consumer, schemas)));
    else if (!made.open && made.patterns.size === 0 && made.names.size > 0) parts.push(f.lacks(arena, name));
  }
  if (made.others.length > 0 && taken.others.length > 0) {
    const rest = otherKeys(
      arena,
      [...made.names.keys(), ...taken.names.keys()],
      [...made.patterns].map((source) => patternKeys(arena, source)),
    );
    parts.push(f.member(arena, rest, closing(producer, made.others, consumer, taken.others)));
  }
  if (made.items.length > 0)
    parts.push(f.items(arena, "from", 0, closing(producer, made.items, consumer, taken.items)));
  return f.and(arena, parts);
}

/** What only conditions declare is something a producer may send, but no declaration to the consumer. */
function declaredBy(lowering: Lowering, places: readonly Located[], conditional: boolean): Declared {
  const declared: Declared = { names: new Map(), patterns: new Set(), others: [], items: [], open: false };
  const seen = new Set<Json>();
  for (const place of places) collect(lowering, place, declared, seen, false);
  for (const place of conditional ? [...places] : []) collectConditional(lowering, place, declared, seen);
  return declared;
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
}

function collectConditional(lowering: Lowering, place: Located, declared: Declared, seen: Set<Json>): void {
  const { schema } = place;
  if (!isRecord(schema)) return;
  const dependent = own(schema, "dependentSchemas");
  const subs = [
    ...["if", "then", "else"].map((key) => own(schema, key)),
    ...(isRecord(dependent) ? Object.values(dependent) : []),
  ];
  for (const sub of subs)
    if (sub !== undefined) collect(lowering, locate(lowering.schemas, sub, place), declared, seen, false);
  for (const { target } of referencesOf(lowering.schemas, schema, place)) {
    if (target !== undefined && !seen.has(`conditional ${placeKey(target.schema)}`)) {
      seen.add(`conditional ${placeKey(target.schema)}`);
      collectConditional(lowering, target, declared, seen);
    }
  }
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
