/**
 * Schemas as an element keeps them: every reference points into one table of definitions, named by
 * file and pointer, so that a comparison needs no files.
 */
import { canonical, isList, isRecord } from "../../containment/json.ts";
import { hash } from "../../containment/lowering.ts";
import { MAPS, locate, resolveReference, resolveUri } from "../../containment/schemas.ts";
import type { Located, Schemas } from "../../containment/schemas.ts";
import type { Json } from "../../kind.ts";

export interface Definitions {
  readonly schemas: Schemas;
  /** Text in front of names that says nothing: the folder of the unit. */
  readonly folder: string;
  /** Definition name to its schema, references rewritten. */
  readonly found: Map<string, Json>;
}

const DROPPED = new Set(["$anchor", "example", "examples", "externalDocs", "xml"]);

/** A copy with references into the table; what they point to is added to it. */
export function keepSchema(definitions: Definitions, place: Located, depth = 0): Json {
  const { schema } = place;
  if (depth > 100) return {};
  if (isList(schema))
    return schema.map((item) => keepSchema(definitions, locate(definitions.schemas, item, place), depth + 1));
  if (!isRecord(schema)) return schema;
  const entries: [string, Json][] = [];
  for (const key of Object.keys(schema)) {
    const value = schema[key] ?? null;
    if (key === "$ref" && typeof value === "string") entries.push([key, keepReference(definitions, value, place)]);
    else if (!DROPPED.has(key) && !(key === place.dialect.idKey && typeof value === "string"))
      entries.push([key, keepKeyword(definitions, key, value, place, depth)]);
  }
  return Object.fromEntries(entries);
}

function keepKeyword(definitions: Definitions, key: string, value: Json, place: Located, depth: number): Json {
  if (key === "enum" || key === "const" || key === "default" || key.startsWith("x-") || key === "discriminator")
    return value;
  const under = (sub: Json) => keepSchema(definitions, locate(definitions.schemas, sub, place), depth + 1);
  if (!MAPS.has(key) || !isRecord(value)) return under(value);
  return Object.fromEntries(Object.keys(value).map((name) => [name, under(value[name] ?? null)]));
}

function keepReference(definitions: Definitions, reference: string, place: Located): string {
  const target = resolveReference(definitions.schemas, reference, place);
  const uri = resolveUri(reference, place.base).replace(/#$/, "");
  if (target === undefined) return /^[a-z]+:\/\//.test(uri) ? uri : `#/definitions/missing ${uri}`;
  const name =
    uri.startsWith(`${definitions.folder}/`) && definitions.folder !== ""
      ? uri.slice(definitions.folder.length + 1)
      : uri;
  if (!definitions.found.has(name)) {
    definitions.found.set(name, true);
    definitions.found.set(name, keepSchema(definitions, target));
  }
  return `#/definitions/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
}

/** The names that a kept schema refers to. */
function namesIn(schema: Json, names: Set<string>): void {
  if (isList(schema)) for (const item of schema) namesIn(item, names);
  if (!isRecord(schema)) return;
  for (const key of Object.keys(schema)) {
    const value = schema[key] ?? null;
    if (key === "$ref" && typeof value === "string" && value.startsWith("#/definitions/"))
      names.add(definitionName(value));
    else namesIn(value, names);
  }
}

function definitionName(reference: string): string {
  return decodeURIComponent(reference.slice("#/definitions/".length)).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** A hash of the definitions that a structure needs, directly or not. */
export function closureOf(structure: Json, definitions: ReadonlyMap<string, Json>): string {
  const names = new Set<string>();
  namesIn(structure, names);
  for (const name of names) {
    const schema = definitions.get(name);
    if (schema !== undefined) namesIn(schema, names);
  }
  return hash(
    [...names]
      .sort()
      .map((name) => `${name} ${canonical(definitions.get(name) ?? null)}`)
      .join("\n"),
  );
}
