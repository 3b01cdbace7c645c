/** Reading API descriptions: JSON or YAML texts, with references across files, nothing from outside the place. */
import type { Problem } from "@freehold/model";
import { parse } from "yaml";
import { isRecord, own } from "../../containment/json.ts";
import type { JsonRecord } from "../../containment/json.ts";
import { addDocument, openSchemas, resolveReference } from "../../containment/schemas.ts";
import type { Draft } from "../../containment/dialect.ts";
import type { Located, Schemas } from "../../containment/schemas.ts";
import type { Json, Place, Source } from "../../kind.ts";

export interface ApiDocument {
  readonly path: string;
  readonly text: string;
  readonly root: JsonRecord;
  readonly place: Located;
  readonly schemas: Schemas;
  readonly draft: Draft;
}

/** Cheap test for the line that every description has near its start or, in JSON, somewhere on its top level. */
export function looksLikeDescription(text: string): boolean {
  return (
    /^\s{0,4}["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\b/m.test(text) ||
    /^\s*\{[^{}]*"(?:openapi|swagger)"\s*:\s*"[23]\./.test(text)
  );
}

export function openDocument(source: Source, place: Place, problems: Problem[]): ApiDocument | undefined {
  return openDescription("openapi", draftOf, source, place, problems);
}

/** A description of any kind; `kind` stands in front of the codes of its problems. */
export function openDescription(
  kind: string,
  draftIn: (root: JsonRecord) => Draft | undefined,
  source: Source,
  place: Place,
  problems: Problem[],
): ApiDocument | undefined {
  const root = parseText(kind, source, problems);
  if (!isRecord(root)) return undefined;
  const draft = draftIn(root);
  if (draft === undefined) return undefined;
  const schemas = openSchemas((uri) => {
    const text = uri.includes("://") ? undefined : place.read(uri);
    return text === undefined ? undefined : parseText(kind, { path: uri, text }, problems);
  });
  const located = addDocument(schemas, source.path, root, draft);
  return { path: source.path, text: source.text, root, place: located, schemas, draft };
}

function draftOf(root: JsonRecord): Draft | undefined {
  const given = own(root, "openapi") ?? own(root, "swagger") ?? "";
  const version = typeof given === "object" ? "" : String(given);
  if (version.startsWith("2")) return "swagger-2.0";
  if (version.startsWith("3.0")) return "openapi-3.0";
  return version.startsWith("3.") ? "openapi-3.1" : undefined;
}

function parseText(kind: string, { path, text }: Source, problems: Problem[]): Json | undefined {
  try {
    if (/^\s*[{[]/.test(text)) return JSON.parse(text) as Json;
  } catch {
    // Not JSON after all; YAML that begins with a brace is.
  }
  try {
    const value: unknown = parse(text, { maxAliasCount: 500, uniqueKeys: false, logLevel: "error" });
    // Through JSON, so that nothing but plain data remains: aliases may even have made it circular.
    return JSON.parse(JSON.stringify(value ?? null)) as Json;
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    problems.push({ code: `${kind}/invalid`, severity: "error", message: `cannot be parsed: ${message}`, path });
    return undefined;
  }
}

/** The object itself, or what it refers to. */
export function dereference(document: ApiDocument, value: Json | undefined, from: Located): Located | undefined {
  let place: Located | undefined = value === undefined ? undefined : { ...from, schema: value };
  for (let hops = 0; hops < 20; hops++) {
    if (place === undefined || !isRecord(place.schema)) return place;
    const reference: Json | undefined = own(place.schema, "$ref");
    if (typeof reference !== "string") return place;
    const target: Located | undefined = resolveReference(document.schemas, reference, place);
    if (target === undefined) return undefined;
    place = withSiblings(place.schema, target);
  }
  return undefined;
}

/** OpenAPI 3.1 lets a reference carry its own description, and path items merge with what stands beside it. */
function withSiblings(reference: JsonRecord, target: Located): Located {
  const siblings = Object.keys(reference).filter((key) => key !== "$ref");
  if (siblings.length === 0 || !isRecord(target.schema)) return target;
  return {
    ...target,
    schema: { ...target.schema, ...Object.fromEntries(siblings.map((key) => [key, reference[key] ?? null])) },
  };
}
