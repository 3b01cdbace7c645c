/** What a schema is lowered with, and the names that lowered schemas go by. */
import { createHash } from "node:crypto";
import type { Json } from "../kind.ts";
import type { Arena } from "./formula.ts";
import { canonical, isList, isRecord, own } from "./json.ts";
import type { JsonRecord } from "./json.ts";
import { MAPS, locate, resolveReference } from "./schemas.ts";
import type { Located, Schemas } from "./schemas.ts";

/** What names are made with, and kept in. */
export interface Naming {
  readonly schemas: Schemas;
  readonly closures: WeakMap<object, string>;
  readonly edges: WeakMap<object, Edges>;
}

export interface Lowering extends Naming {
  readonly arena: Arena;
  /** Whether `format` asserts, or is but a remark. */
  readonly formats: "assert" | "ignore";
  readonly oneOf: "exact" | "any";
  /** For HTTP: `readOnly` properties are no part of a request, `writeOnly` none of a response. */
  readonly direction?: "request" | "response";
  /** For HTTP: whether values of this schema are made or taken by the side that it describes. */
  readonly side?: "producer" | "consumer";
}

/** The name of a schema outside any comparison. */
export function closureName(schemas: Schemas, place: Located): string {
  return nameOf({ schemas, closures: new WeakMap(), edges: new WeakMap() }, place);
}

/** The text of one schema without remarks, and the schemas that it refers to. */
interface Edges {
  readonly text: string;
  readonly targets: readonly Located[];
}

const REMARKS = new Set([
  "title",
  "description",
  "$comment",
  "default",
  "examples",
  "example",
  "externalDocs",
  "xml",
  "deprecated",
]);

/** One name for a schema with everything it refers to: equal names mean equal schemas. */
export function nameOf(lowering: Naming, place: Located): string {
  if (!isRecord(place.schema)) return canonical(place.schema);
  const known = lowering.closures.get(place.schema);
  if (known !== undefined) return known;
  const seen = new Map<object, Edges>();
  const queue: Located[] = [place];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (!isRecord(next.schema) || seen.has(next.schema)) continue;
    const edges = edgesOf(lowering, next);
    seen.set(next.schema, edges);
    queue.push(...edges.targets);
  }
  const own = seen.get(place.schema)?.text ?? "";
  const name = hash([own, ...[...seen.values()].map((edges) => edges.text).sort()].join("\n"));
  lowering.closures.set(place.schema, name);
  return name;
}

export function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 27);
}

function edgesOf(lowering: Naming, place: Located): Edges {
  if (!isRecord(place.schema)) return { text: canonical(place.schema), targets: [] };
  const known = lowering.edges.get(place.schema);
  if (known !== undefined) return known;
  const targets: Located[] = [];
  const bare = bareSchema(lowering, place, targets, 0);
  const edges = { text: hash(`${place.base} ${place.dialect.draft} ${canonical(bare)}`), targets };
  lowering.edges.set(place.schema, edges);
  return edges;
}

function bareSchema(lowering: Naming, place: Located, targets: Located[], depth: number): Json {
  const { schema } = place;
  if (depth > 100) return schema;
  if (isList(schema))
    return schema.map((item) => bareSchema(lowering, locate(lowering.schemas, item, place), targets, depth + 1));
  if (!isRecord(schema)) return schema;
  noteTargets(lowering, schema, place, targets);
  const entries = Object.keys(schema)
    .filter((key) => !REMARKS.has(key) && !key.startsWith("x-"))
    .map((key) => [key, bareKeyword(lowering, key, schema[key] ?? null, place, targets, depth)] as const);
  return Object.fromEntries(entries);
}

function noteTargets(lowering: Naming, schema: JsonRecord, place: Located, targets: Located[]): void {
  for (const key of ["$ref", "$dynamicRef", "$recursiveRef"]) {
    const reference = own(schema, key);
    if (typeof reference !== "string") continue;
    const target = resolveReference(lowering.schemas, reference, place);
    if (target !== undefined) targets.push(target);
  }
}

function bareKeyword(
  lowering: Naming,
  key: string,
  value: Json,
  place: Located,
  targets: Located[],
  depth: number,
): Json {
  if (key === "enum" || key === "const") return value;
  // Definitions count where something refers to them.
  if (key === "$defs" || key === "definitions") return null;
  const at = (schema: Json) => bareSchema(lowering, locate(lowering.schemas, schema, place), targets, depth + 1);
  if (!MAPS.has(key) || !isRecord(value)) return at(value);
  return Object.fromEntries(Object.keys(value).map((name) => [name, at(value[name] ?? null)]));
}
