/**
 * The positions of two schemas that belong together: the root, then properties, items and variants of
 * the same name; with what is declared at each.
 */
import { canonical, isList, isRecord, own } from "../../containment/json.ts";
import type { JsonRecord } from "../../containment/json.ts";
import { isOnlyReference, referencesOf } from "../../containment/reference.ts";
import { itemSchemas } from "../../containment/item-schemas.ts";
import { locate } from "../../containment/schemas.ts";
import type { Located } from "../../containment/schemas.ts";
import type { Json } from "../../kind.ts";
import { schemaAt } from "./judge.ts";
import type { Judge, Side } from "./judge.ts";

/** What the schemas at one position say, taken together. */
interface Declared {
  /** Properties that every variant declares, and those that some variant does. */
  readonly certain: Map<string, Located[]>;
  readonly possible: Map<string, Located[]>;
  readonly items: Located[];
  /** Variants of `anyOf` and `oneOf` by name: that of their definition, their title, or their text. */
  readonly variants: Map<string, Located[]>;
  readonly discriminators: Json[];
  readonly extensible: string[];
}

export interface Position {
  readonly path: string;
  readonly old: Declared;
  readonly young: Declared;
}

const MOST_POSITIONS = 3000;

export function* positionsOf(judge: Judge, before: Json, after: Json): Generator<Position> {
  const seen = new Set<string>();
  const queue = [
    { path: "", old: [schemaAt(judge.before, before).place], young: [schemaAt(judge.after, after).place] },
  ];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const key = `${identity(next.old)} ${identity(next.young)}`;
    if (seen.has(key) || seen.size > MOST_POSITIONS) continue;
    seen.add(key);
    const { path } = next;
    const old = declaredBy(judge.before, next.old);
    const young = declaredBy(judge.after, next.young);
    yield { path, old, young };
    for (const [name, places] of old.possible) {
      const there = young.possible.get(name);
      if (there !== undefined) queue.push({ path: path === "" ? name : `${path}.${name}`, old: places, young: there });
    }
    for (const [name, places] of old.variants) {
      const there = young.variants.get(name);
      if (there !== undefined) queue.push({ path, old: places, young: there });
    }
    if (old.items.length > 0 && young.items.length > 0)
      queue.push({ path: `${path}[]`, old: old.items, young: young.items });
  }
}

const numbers = new WeakMap<object, number>();
let last = 0;

function identity(places: readonly Located[]): string {
  return places
    .map(({ schema }) => {
      if (!isRecord(schema)) return 0;
      const number = numbers.get(schema) ?? ++last;
      numbers.set(schema, number);
      return number;
    })
    .join(",");
}

function declaredBy(side: Side, places: readonly Located[]): Declared {
  return combined(places.map((place) => declaredAt(side, place, NONE)));
}

function nothing(): Declared {
  return {
    certain: new Map(),
    possible: new Map(),
    items: [],
    variants: new Map(),
    discriminators: [],
    extensible: [],
  };
}

function combined(parts: readonly Declared[]): Declared {
  const result = nothing();
  for (const part of parts) {
    for (const key of ["certain", "possible", "variants"] as const) {
      for (const [name, places] of part[key]) add(result[key], name, places);
    }
    result.items.push(...part.items);
    result.discriminators.push(...part.discriminators);
    result.extensible.push(...part.extensible);
  }
  return result;
}

function add(map: Map<string, Located[]>, name: string, places: readonly Located[]): void {
  const known = map.get(name) ?? [];
  known.push(...places);
  map.set(name, known);
}

/** Schemas that one came through at the same position: one that leads back to itself adds nothing. */
type Through = readonly object[];
const NONE: Through = [];

function declaredAt(side: Side, place: Located, before: Through): Declared {
  const { schema } = place;
  if (!isRecord(schema) || before.length > 60 || before.includes(schema)) return nothing();
  const through = [...before, schema];
  const parts: Declared[] = [];
  for (const { target } of referencesOf(side.schemas, schema, place)) {
    if (target !== undefined) parts.push(declaredAt(side, target, through));
  }
  if (isOnlyReference(schema, place)) return combined(parts);
  parts.push(ownDeclared(side, schema, place));
  for (const sub of list(schema, "allOf")) parts.push(declaredAt(side, locate(side.schemas, sub, place), through));
  for (const key of ["anyOf", "oneOf"]) parts.push(variantsOf(side, list(schema, key), place, through));
  return combined(parts);
}

function list(schema: JsonRecord, key: string): readonly Json[] {
  const value = own(schema, key);
  return isList(value) ? value : [];
}

function variantsOf(side: Side, given: readonly Json[], place: Located, through: Through): Declared {
  const schemas = given.filter((sub) => !(isRecord(sub) && own(sub, "type") === "null"));
  if (schemas.length === 0) return nothing();
  const places = schemas.map((sub) => locate(side.schemas, sub, place));
  const inner = places.map((sub) => declaredAt(side, sub, through));
  // A choice of one is no choice.
  const [only] = inner;
  if (inner.length === 1 && only !== undefined) return only;
  const all = combined(inner);
  const certain = new Map([...all.certain].filter(([name]) => inner.every((variant) => variant.certain.has(name))));
  const variants = new Map<string, Located[]>();
  for (const sub of places) add(variants, variantName(sub.schema), [sub]);
  return { ...all, certain, variants, discriminators: [], extensible: [], items: [] };
}

function variantName(schema: Json): string {
  if (!isRecord(schema)) return canonical(schema);
  const reference = own(schema, "$ref");
  if (typeof reference === "string") return decodeURIComponent(reference).split(/\/|~1/).at(-1) ?? reference;
  const title = own(schema, "title");
  return typeof title === "string" ? title : canonical(schema);
}

function ownDeclared(side: Side, schema: JsonRecord, place: Located): Declared {
  const result = nothing();
  const properties = own(schema, "properties");
  for (const name of isRecord(properties) ? Object.keys(properties) : []) {
    const at = locate(side.schemas, isRecord(properties) ? (properties[name] ?? true) : true, place);
    add(result.certain, name, [at]);
    add(result.possible, name, [at]);
  }
  const { prefix, rest } = itemSchemas(schema, place);
  for (const item of [...prefix, ...(rest === undefined ? [] : [rest])])
    result.items.push(locate(side.schemas, item, place));
  const discriminator = own(schema, "discriminator");
  if (discriminator !== undefined) result.discriminators.push(discriminator);
  result.extensible.push(...list(schema, "x-extensible-enum").map(canonical));
  return result;
}
