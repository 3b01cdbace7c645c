/** The elements of API descriptions: operations, what they are reached at, and the schemas they share. */
import type { Problem } from "@freehold/model";
import { canonical, isList, isRecord, own } from "../../containment/json.ts";
import type { JsonRecord } from "../../containment/json.ts";
import { hash } from "../../containment/lowering.ts";
import type { Located } from "../../containment/schemas.ts";
import type { Extraction, Json, Place, ShapedElement, Source } from "../../kind.ts";
import { dereference, looksLikeDescription, openDocument } from "./document.ts";
import type { ApiDocument } from "./document.ts";
import { readOperation } from "./operation.ts";
import type { OperationAt, Reading } from "./operation.ts";
import { closureOf } from "./schema-text.ts";
import type { Operation, Structure } from "./structure.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

export function extract(sources: readonly Source[], place: Place): Extraction {
  const problems: Problem[] = [];
  const documents: ApiDocument[] = [];
  for (const source of [...sources].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (!looksLikeDescription(source.text)) continue;
    const document = openDocument(source, place, problems);
    if (document !== undefined) documents.push(document);
  }
  // A file name in an id would make every move a removal, so only where there are several descriptions.
  const elements = documents.flatMap((document) => documentElements(document, place, documents.length > 1, problems));
  return { elements: elements.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)), problems };
}

function documentElements(document: ApiDocument, place: Place, several: boolean, problems: Problem[]): ShapedElement[] {
  const found = new Map<string, Json>();
  const folder = place.folder;
  const reading: Reading = { document, definitions: { schemas: document.schemas, folder, found } };
  const file =
    folder !== "" && document.path.startsWith(`${folder}/`) ? document.path.slice(folder.length + 1) : document.path;
  const suffix = several ? ` @${file}` : "";
  const operations = [...operationsOf(document, problems)].map((at) => ({ at, structure: readOperation(reading, at) }));
  const elements = operations.map(({ at, structure }) =>
    operationElement(document, at, { ...structure, closure: closureOf(structure as unknown as Json, found) }, suffix),
  );
  elements.push(serversElement(document, suffix));
  for (const [name, schema] of found) elements.push(definitionElement(document, name, schema, suffix));
  return elements;
}

function* operationsOf(document: ApiDocument, problems: Problem[]): Generator<OperationAt> {
  for (const [key, way] of [
    ["paths", "in"],
    ["webhooks", "out"],
    ["x-webhooks", "out"],
  ] as const) {
    const paths = own(document.root, key);
    if (!isRecord(paths)) continue;
    for (const path of Object.keys(paths)) {
      if (path.startsWith("x-")) continue;
      const item = dereference(document, paths[path], document.place);
      if (item === undefined) problems.push(missing(document, `the path ${path} refers to what does not exist`));
      else yield* itemOperations(document, path, way, item);
    }
  }
}

function missing(document: ApiDocument, message: string): Problem {
  return { code: "openapi/missing-reference", severity: "warning", message, path: document.path };
}

function* itemOperations(
  document: ApiDocument,
  path: string,
  way: "in" | "out",
  item: Located,
): Generator<OperationAt> {
  if (!isRecord(item.schema)) return;
  for (const method of METHODS) {
    const operation = dereference(document, own(item.schema, method), item);
    if (operation === undefined || !isRecord(operation.schema)) continue;
    yield { method: method.toUpperCase(), path, way, item, operation };
    yield* callbacksOf(document, `${method.toUpperCase()} ${path}`, operation.schema, operation);
  }
}

function* callbacksOf(
  document: ApiDocument,
  owner: string,
  operation: JsonRecord,
  from: Located,
): Generator<OperationAt> {
  const callbacks = own(operation, "callbacks");
  if (!isRecord(callbacks)) return;
  for (const name of Object.keys(callbacks)) {
    const callback = dereference(document, callbacks[name], from);
    if (!isRecord(callback?.schema)) continue;
    for (const expression of Object.keys(callback.schema)) {
      const item = dereference(document, callback.schema[expression], callback);
      if (!isRecord(item?.schema)) continue;
      for (const method of METHODS) {
        const inner = dereference(document, own(item.schema, method), item);
        if (isRecord(inner?.schema))
          yield { method: method.toUpperCase(), path: `${owner} > ${name}`, way: "out", item, operation: inner };
      }
    }
  }
}

/** `/pets/{petId}` and `/pets/{id}` are the same promise. */
function normalisedPath(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, "{}");
}

function operationElement(document: ApiDocument, at: OperationAt, structure: Operation, suffix: string): ShapedElement {
  const record = isRecord(at.operation.schema) ? at.operation.schema : {};
  const doc = own(record, "summary") ?? own(record, "description");
  const prefix = at.way === "in" ? "" : "webhook ";
  const name = `${prefix}${at.method} ${at.path}`;
  return {
    ...shaped(structure),
    id: `${prefix}${at.method} ${normalisedPath(at.path)}${suffix}`,
    kind: at.way === "in" ? "operation" : "webhook",
    name,
    signature: signatureOf(structure),
    stability: stabilityOf(record),
    ...(typeof doc === "string" ? { doc: doc.trim().split("\n")[0] ?? "" } : {}),
    evidence: { rule: "openapi.operation", path: document.path, ...lineOf(document.text, at.path) },
  };
}

function stabilityOf(record: JsonRecord): ShapedElement["stability"] {
  if (own(record, "deprecated") === true) return "deprecated";
  const level = own(record, "x-stability-level") ?? own(record, "x-stability");
  if (level === "alpha" || level === "beta" || level === "draft" || level === "experimental") return "beta";
  return own(record, "x-internal") === true ? "internal" : "stable";
}

function signatureOf(operation: Operation): string {
  const parameters = operation.parameters.map((one) => `${one.name}${one.required ? "" : "?"}`);
  const body =
    operation.body === null
      ? []
      : [`body${operation.body.required ? "" : "?"}: ${Object.keys(operation.body.content).join(" | ")}`];
  return `${operation.method} ${operation.path} (${[...parameters, ...body].join(", ")}) → ${Object.keys(operation.responses).join(", ")}`;
}

function shaped(structure: Structure): { readonly structure: Json; readonly shape: string } {
  const json = structure as unknown as Json;
  return { structure: json, shape: hash(canonical(json)) };
}

/** The line of a key, found by its text: positions of a whole YAML tree would cost ten times as much. */
function lineOf(text: string, key: string): { readonly line?: number } {
  const at = [`"${key}"`, `'${key}'`, `${key}:`].map((form) => text.indexOf(form)).find((index) => index >= 0);
  return at === undefined ? {} : { line: text.slice(0, at).split("\n").length };
}

function definitionElement(document: ApiDocument, name: string, schema: Json, suffix: string): ShapedElement {
  const title = decodeURIComponentSafely(name.slice(name.lastIndexOf("/") + 1));
  return {
    ...shaped({ type: "definition", name, schema }),
    id: `schema ${name}${suffix}`,
    kind: "schema",
    name: title,
    stability: isRecord(schema) && own(schema, "deprecated") === true ? "deprecated" : "stable",
    evidence: { rule: "openapi.schema", path: document.path, ...lineOf(document.text, title) },
  };
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function serversElement(document: ApiDocument, suffix: string): ShapedElement {
  return {
    ...shaped({ type: "servers", urls: serversOf(document) }),
    id: `servers${suffix}`,
    kind: "servers",
    name: "servers",
    stability: "stable",
    evidence: { rule: "openapi.servers", path: document.path },
  };
}

function serversOf({ root, draft }: ApiDocument): readonly string[] {
  if (draft === "swagger-2.0") {
    const base = own(root, "basePath");
    const host = own(root, "host");
    return [`${typeof host === "string" ? `//${host}` : ""}${typeof base === "string" ? base : "/"}`];
  }
  const servers = own(root, "servers");
  const urls = (isList(servers) ? servers : []).flatMap((server) => {
    const url = isRecord(server) ? own(server, "url") : undefined;
    return isRecord(server) && typeof url === "string" ? withVariables(url, server) : [];
  });
  return urls.length > 0 ? urls : ["/"];
}

const MOST_URLS = 64;

/** An address for every choice of its variables; one that may be anything stays as it is written. */
function withVariables(url: string, server: JsonRecord): readonly string[] {
  const variables = own(server, "variables");
  let urls = [url];
  for (const [name, variable] of Object.entries(isRecord(variables) ? variables : {})) {
    const choices = isRecord(variable) ? own(variable, "enum") : undefined;
    const texts = isList(choices) ? choices.filter((one) => typeof one === "string") : [];
    if (texts.length === 0 || urls.length * texts.length > MOST_URLS) continue;
    urls = urls.flatMap((one) => texts.map((text) => one.replaceAll(`{${name}}`, text)));
  }
  return urls;
}
