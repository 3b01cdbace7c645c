/**
 * One element for each schema document. Its definitions are no elements: they are promised as far as
 * the document uses them, and then they are part of its shape.
 */
import type { Problem } from "@freehold/model";
import { parse } from "yaml";
import { canonical, isRecord, own } from "../../containment/json.ts";
import type { JsonRecord } from "../../containment/json.ts";
import { hash } from "../../containment/lowering.ts";
import { addDocument, openSchemas } from "../../containment/schemas.ts";
import type { Located, Schemas } from "../../containment/schemas.ts";
import type { Extraction, Json, Place, ShapedElement, Source } from "../../kind.ts";
import { keepSchema } from "../openapi/schema-text.ts";

/** Says what it is by `$schema`, or by the name that schemas go by. */
export function looksLikeSchema(path: string, text: string): boolean {
  if (/["']?\$schema["']?\s*:\s*["']?https?:\/\/json-schema\.org\/(?:draft|schema)/.test(text)) return true;
  return (
    /\.schema\.(?:json|ya?ml)$/i.test(path) &&
    /["']?(?:type|properties|\$ref|oneOf|anyOf|allOf|\$defs|enum)["']?\s*:/.test(text)
  );
}

export function extract(sources: readonly Source[], place: Place): Extraction {
  const problems: Problem[] = [];
  const schemas = openSchemas((uri) => {
    const text = uri.includes("://") ? undefined : place.read(uri);
    return text === undefined ? undefined : parseText({ path: uri, text }, problems);
  });
  const documents: { readonly source: Source; readonly located: Located }[] = [];
  for (const source of sources) {
    const value = parseText(source, problems);
    if (isRecord(value)) documents.push({ source, located: addDocument(schemas, source.path, value) });
  }
  const elements = documents.map(({ source, located }) => element(schemas, source, located, place));
  return { elements: elements.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)), problems };
}

function parseText({ path, text }: Source, problems: Problem[]): Json | undefined {
  try {
    if (/\.json$/i.test(path)) return JSON.parse(text) as Json;
    return JSON.parse(JSON.stringify(parse(text, { maxAliasCount: 500, logLevel: "error" }) ?? null)) as Json;
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    problems.push({ code: "json-schema/invalid", severity: "error", message: `cannot be parsed: ${message}`, path });
    return undefined;
  }
}

function element(schemas: Schemas, source: Source, located: Located, place: Place): ShapedElement {
  const record: JsonRecord = isRecord(located.schema) ? located.schema : {};
  const found = new Map<string, Json>();
  const root = keepSchema({ schemas, folder: place.folder, found }, located);
  const structure: Json = { draft: located.dialect.draft, root, definitions: Object.fromEntries(found) };
  const file =
    place.folder !== "" && source.path.startsWith(`${place.folder}/`)
      ? source.path.slice(place.folder.length + 1)
      : source.path;
  const id = own(record, located.dialect.idKey);
  const title = own(record, "title");
  const doc = own(record, "description");
  return {
    // An address names a schema for good; without one its file does.
    id: typeof id === "string" && !id.startsWith("#") ? id : file,
    kind: "schema",
    name: typeof title === "string" ? title : file,
    signature: signatureOf(record),
    stability: own(record, "deprecated") === true ? "deprecated" : "stable",
    ...(typeof doc === "string" ? { doc: doc.trim().split("\n")[0] ?? "" } : {}),
    evidence: { rule: "json-schema.document", path: source.path, line: 1 },
    structure,
    shape: hash(canonical(structure)),
  };
}

function signatureOf(schema: JsonRecord): string {
  const properties = own(schema, "properties");
  const required = own(schema, "required");
  const names = isRecord(properties) ? Object.keys(properties) : [];
  if (names.length === 0) return JSON.stringify(own(schema, "type") ?? "any");
  const marked = names.map((name) => (Array.isArray(required) && required.includes(name) ? name : `${name}?`));
  return `{ ${marked.slice(0, 12).join(", ")}${marked.length > 12 ? ", …" : ""} }`;
}
