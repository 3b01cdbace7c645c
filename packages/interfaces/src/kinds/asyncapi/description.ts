/** Reading AsyncAPI documents: which they are, and what their versions call the same things. */
import type { Problem } from "@freehold/model";
import { isList, isRecord, own, type JsonRecord } from "../../containment/json.ts";
import type { Located } from "../../containment/schemas.ts";
import type { Json, Place, Source } from "../../kind.ts";
import { type ApiDocument, dereference, openDescription } from "../openapi/document.ts";
import type { Definitions } from "../openapi/schema-text.ts";

/** A document, with the table that its schemas are kept in. */
export interface Reading {
  readonly document: ApiDocument;
  readonly definitions: Definitions;
  readonly major: 2 | 3;
  readonly problems: Problem[];
}

export function looksLikeDescription(text: string): boolean {
  return (
    /^\s{0,4}["']?asyncapi["']?\s*:\s*["']?[23]\b/m.test(text) || /^\s*\{[^{}]*"asyncapi"\s*:\s*"[23]\./.test(text)
  );
}

export function openReading(source: Source, place: Place, problems: Problem[]): Reading | undefined {
  const document = openDescription(
    "asyncapi",
    (root) => (majorOf(root) === undefined ? undefined : "draft-07"),
    source,
    place,
    problems,
  );
  const major = document === undefined ? undefined : majorOf(document.root);
  if (document === undefined || major === undefined) return undefined;
  return {
    document,
    major,
    problems,
    definitions: { schemas: document.schemas, folder: place.folder, found: new Map() },
  };
}

function majorOf(root: JsonRecord): 2 | 3 | undefined {
  const version = own(root, "asyncapi");
  if (typeof version !== "string") return undefined;
  return version.startsWith("2.") ? 2 : version.startsWith("3.") ? 3 : undefined;
}

/** A field of an object, references followed. */
export function fieldAt(reading: Reading, from: Located | undefined, key: string): Located | undefined {
  if (from === undefined || !isRecord(from.schema)) return undefined;
  return follow(reading, own(from.schema, key), from);
}

/** The object itself, or what it refers to; a reference that leads nowhere is a problem, said once. */
export function follow(reading: Reading, value: Json | undefined, from: Located): Located | undefined {
  const place = dereference(reading.document, value, from);
  const reference = isRecord(value) ? own(value, "$ref") : undefined;
  if (place !== undefined || typeof reference !== "string") return place;
  const message = `${reference} leads to nothing that can be read`;
  if (!reading.problems.some((problem) => problem.message === message))
    reading.problems.push({
      code: "asyncapi/missing-reference",
      severity: "warning",
      message,
      path: reading.document.path,
    });
  return undefined;
}

/** The entries of a map, references followed; what leads nowhere is left out. */
export function entriesAt(
  reading: Reading,
  from: Located | undefined,
  key: string,
): readonly (readonly [string, Located])[] {
  const map = fieldAt(reading, from, key);
  if (map === undefined || !isRecord(map.schema)) return [];
  const { schema } = map;
  return Object.keys(schema).flatMap((name): (readonly [string, Located])[] => {
    const place = follow(reading, schema[name], map);
    return place === undefined || name.startsWith("x-") ? [] : [[name, place]];
  });
}

/** The items of a list, references followed. */
export function itemsAt(reading: Reading, from: Located | undefined, key: string): readonly Located[] {
  const list = fieldAt(reading, from, key);
  if (list === undefined || !isList(list.schema)) return [];
  return list.schema.flatMap((item: Json) => follow(reading, item, list) ?? []);
}

export function textAt(place: Located | undefined, key: string): string | undefined {
  const value = place !== undefined && isRecord(place.schema) ? own(place.schema, key) : undefined;
  return typeof value === "string" ? value : undefined;
}

/** Where a field points, if it is a reference: AsyncAPI 3 names channels and messages so. */
export function referenceAt(place: Located | undefined, key: string): string | undefined {
  const value = place !== undefined && isRecord(place.schema) ? own(place.schema, key) : undefined;
  const reference = isRecord(value) ? own(value, "$ref") : undefined;
  return typeof reference === "string" ? reference : undefined;
}

/** The last part of a reference, as it names what it refers to. */
export function nameIn(reference: string): string {
  return decodeURIComponent(reference.slice(reference.lastIndexOf("/") + 1))
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}

/** The root of the document. */
export function rootOf({ document }: Reading): Located {
  return { ...document.place, schema: document.root };
}
