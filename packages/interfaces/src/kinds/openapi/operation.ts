/** One operation, read from the description, its references followed. */
import { canonical, isList, isRecord, own } from "../../containment/json.ts";
import type { JsonRecord } from "../../containment/json.ts";
import { locate } from "../../containment/schemas.ts";
import type { Located } from "../../containment/schemas.ts";
import type { Json } from "../../kind.ts";
import { dereference } from "./document.ts";
import type { ApiDocument } from "./document.ts";
import { keepSchema } from "./schema-text.ts";
import type { Definitions } from "./schema-text.ts";
import { readSecurity } from "./security.ts";
import type { Body, Content, Encodings, Header, Operation, Parameter, Response } from "./structure.ts";

export interface Reading {
  readonly document: ApiDocument;
  readonly definitions: Definitions;
}

export interface OperationAt {
  readonly method: string;
  readonly path: string;
  readonly way: "in" | "out";
  readonly item: Located;
  readonly operation: Located;
}

export function readOperation(reading: Reading, at: OperationAt): Omit<Operation, "closure"> {
  const record = isRecord(at.operation.schema) ? at.operation.schema : {};
  const parameters = readParameters(reading, at);
  const old = reading.document.draft === "swagger-2.0";
  const sunset = own(record, "x-sunset");
  const operationId = own(record, "operationId");
  return {
    type: "operation",
    draft: reading.document.draft,
    way: at.way,
    method: at.method,
    path: at.path,
    deprecated: own(record, "deprecated") === true,
    sunset: typeof sunset === "string" ? sunset : null,
    operationId: typeof operationId === "string" ? operationId : null,
    parameters: parameters
      .filter((one) => !old || (one.parameter.in !== "body" && one.parameter.in !== "formData"))
      .map((one) => one.parameter),
    body: old ? swaggerBody(reading, record, parameters) : readBody(reading, record, at.operation),
    responses: readResponses(reading, record, at.operation),
    security: readSecurity(reading.document, record),
  };
}

interface Given {
  readonly parameter: Parameter;
  readonly record: JsonRecord;
  readonly place: Located;
}

/** Those of the operation override those of its path. */
function readParameters(reading: Reading, { item, operation }: OperationAt): Given[] {
  const found = new Map<string, Given>();
  for (const holder of [item, operation]) {
    const list = isRecord(holder.schema) ? own(holder.schema, "parameters") : undefined;
    for (const one of isList(list) ? list : []) {
      const given = readParameter(reading, one, holder);
      if (given !== undefined) found.set(`${given.parameter.in} ${given.parameter.name}`, given);
    }
  }
  return [...found.values()];
}

function readParameter(reading: Reading, value: Json, from: Located): Given | undefined {
  const place = dereference(reading.document, value, from);
  const record = place?.schema;
  if (place === undefined || !isRecord(record)) return undefined;
  const name = own(record, "name");
  const where = own(record, "in");
  if (typeof name !== "string" || typeof where !== "string") return undefined;
  return {
    record,
    place,
    parameter: {
      in: where,
      name: where === "header" ? name.toLowerCase() : name,
      required: own(record, "required") === true || where === "path",
      deprecated: own(record, "deprecated") === true,
      schema: valueSchema(reading, record, place),
      style: styleOf(record, where),
      allows: ["allowEmptyValue", "allowReserved"].filter((key) => own(record, key) === true),
    },
  };
}

/** The schema of a parameter or header: given as such, inline as in Swagger 2, or as content. */
function valueSchema(reading: Reading, record: JsonRecord, place: Located): Json {
  const schema = own(record, "schema");
  if (schema !== undefined) return kept(reading, schema, place);
  const content = own(record, "content");
  if (isRecord(content)) {
    const [first] = Object.values(content);
    const inner = isRecord(first) ? own(first, "schema") : undefined;
    return inner === undefined ? {} : kept(reading, inner, place);
  }
  return kept(reading, Object.fromEntries(Object.entries(record).filter(([key]) => !PARAMETER_KEYS.has(key))), place);
}

const PARAMETER_KEYS = new Set([
  "name",
  "in",
  "required",
  "description",
  "schema",
  "content",
  "style",
  "explode",
  "deprecated",
  "allowReserved",
  "allowEmptyValue",
  "collectionFormat",
]);

function kept({ definitions }: Reading, schema: Json, place: Located): Json {
  return keepSchema(definitions, locate(definitions.schemas, schema, place));
}

function styleOf(record: JsonRecord, where: string): string {
  if (isRecord(own(record, "content"))) return `content ${Object.keys(own(record, "content") ?? {}).join(" ")}`;
  const collection = own(record, "collectionFormat");
  if (typeof collection === "string") return collection;
  const style = own(record, "style") ?? (where === "query" || where === "cookie" ? "form" : "simple");
  const explode = own(record, "explode") ?? style === "form";
  return `${canonical(style)} ${canonical(explode)}`;
}

function readBody(reading: Reading, operation: JsonRecord, from: Located): Body | null {
  const place = dereference(reading.document, own(operation, "requestBody"), from);
  if (place === undefined || !isRecord(place.schema)) return null;
  return {
    required: own(place.schema, "required") === true,
    content: readContent(reading, place.schema, place),
    encodings: encodingsOf(place.schema),
  };
}

function encodingsOf(record: JsonRecord): Encodings {
  const content = own(record, "content");
  if (!isRecord(content)) return {};
  return Object.fromEntries(
    Object.entries(content).flatMap(([type, value]) => {
      const encoding = isRecord(value) ? own(value, "encoding") : undefined;
      return isRecord(encoding) && Object.keys(encoding).length > 0 ? [[mediaType(type), encoding]] : [];
    }),
  );
}

function readContent(reading: Reading, record: JsonRecord, place: Located): Content {
  const content = own(record, "content");
  if (!isRecord(content)) return {};
  return Object.fromEntries(
    Object.entries(content).map(([type, value]) => {
      const media = dereference(reading.document, value, place);
      const schema = isRecord(media?.schema) ? own(media.schema, "schema") : undefined;
      return [mediaType(type), media === undefined || schema === undefined ? {} : kept(reading, schema, media)];
    }),
  );
}

/** Lower case, one space nowhere: `Application/JSON; charset=utf-8` is `application/json;charset=utf-8`. */
function mediaType(text: string): string {
  return text.toLowerCase().replaceAll(/\s/g, "");
}

function mediaTypes(reading: Reading, operation: JsonRecord, key: string): readonly string[] {
  const given = own(operation, key) ?? own(reading.document.root, key);
  const list = isList(given) ? given.filter((type) => typeof type === "string") : [];
  return list.length > 0 ? list.map(mediaType) : ["*/*"];
}

function swaggerBody(reading: Reading, operation: JsonRecord, parameters: readonly Given[]): Body | null {
  const types = mediaTypes(reading, operation, "consumes");
  const body = parameters.find(({ parameter }) => parameter.in === "body");
  if (body !== undefined) {
    return {
      required: body.parameter.required,
      content: Object.fromEntries(types.map((type) => [type, body.parameter.schema])),
      encodings: {},
    };
  }
  const fields = parameters.filter(({ parameter }) => parameter.in === "formData").map(({ parameter }) => parameter);
  if (fields.length === 0) return null;
  const schema: Json = {
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, field.schema])),
    required: fields.filter((field) => field.required).map((field) => field.name),
  };
  return {
    required: fields.some((field) => field.required),
    content: Object.fromEntries(types.map((type) => [type, schema])),
    encodings: {},
  };
}

function readResponses(reading: Reading, operation: JsonRecord, from: Located): { [status: string]: Response } {
  const responses = own(operation, "responses");
  if (!isRecord(responses)) return {};
  const entries: [string, Response][] = [];
  for (const [status, value] of Object.entries(responses)) {
    const place = status.startsWith("x-") ? undefined : dereference(reading.document, value, from);
    if (place !== undefined && isRecord(place.schema))
      entries.push([status.toUpperCase(), readResponse(reading, operation, place.schema, place)]);
  }
  return Object.fromEntries(entries);
}

function readResponse(reading: Reading, operation: JsonRecord, record: JsonRecord, place: Located): Response {
  const schema = reading.document.draft === "swagger-2.0" ? own(record, "schema") : undefined;
  const types = schema === undefined ? [] : mediaTypes(reading, operation, "produces");
  const content =
    schema === undefined
      ? readContent(reading, record, place)
      : Object.fromEntries(types.map((type) => [type, kept(reading, schema, place)]));
  return { headers: readHeaders(reading, record, place), content };
}

function readHeaders(reading: Reading, record: JsonRecord, from: Located): { [name: string]: Header } {
  const headers = own(record, "headers");
  if (!isRecord(headers)) return {};
  const entries: [string, Header][] = [];
  for (const [name, value] of Object.entries(headers)) {
    const place = dereference(reading.document, value, from);
    if (place === undefined || !isRecord(place.schema)) continue;
    const required = own(place.schema, "required") === true;
    entries.push([name.toLowerCase(), { required, schema: valueSchema(reading, place.schema, place) }]);
  }
  return Object.fromEntries(entries);
}
