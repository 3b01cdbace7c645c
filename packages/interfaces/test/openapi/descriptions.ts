/** Descriptions of one operation with one thing in it, and what comparing two says. */
import { openapi } from "../../src/kinds/openapi/kind.ts";
import type { Change, Json, Place, ShapedElement } from "../../src/kind.ts";

export type Doc = { readonly [key: string]: Json };

export function read(files: { readonly [path: string]: Json | string }) {
  const texts = new Map(
    Object.entries(files).map(([path, value]) => [path, typeof value === "string" ? value : JSON.stringify(value)]),
  );
  const place: Place = {
    folder: "",
    paths: [...texts.keys()].filter(openapi.looksAt),
    read: (path) => texts.get(path),
  };
  return openapi.extract(
    openapi.find(place).map((path) => ({ path, text: texts.get(path) ?? "" })),
    place,
  );
}

export const elementsOf = (doc: Json): readonly ShapedElement[] => read({ "api.json": doc }).elements;

export function classOf(changes: readonly Change[]): string {
  if (changes.length === 0) return "none";
  return ["breaking", "unknown"].find((kind) => changes.some((change) => change.class === kind)) ?? "compatible";
}

export const json = (schema: Json): Json => ({ content: { "application/json": { schema } } });

/** A description with one operation, `POST /pets`. */
export function post(operation: Doc, more: Doc = {}, version = "3.1.0"): Doc {
  return {
    openapi: version,
    info: { title: "t", version: "1" },
    paths: { "/pets": { post: { responses: { 200: { description: "" } }, ...operation } } },
    ...more,
  };
}
export const query = (parameter: Doc): Doc => post({ parameters: [{ in: "query", name: "q", ...parameter }] });
export const request = (schema: Json, required = true): Doc =>
  post({ requestBody: { required, ...(json(schema) as Doc) } });
export const response = (schema: Json): Doc =>
  post({ responses: { 200: { description: "", ...(json(schema) as Doc) } } });
export const object = (properties: Doc, required: readonly string[] = []): Doc => ({
  type: "object",
  properties,
  required,
});
export const responses = (value: Doc): Doc => post({ responses: value });
export const secured = (security: Json): Doc =>
  post(
    { security },
    {
      components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "k" }, oauth: { type: "oauth2" } } },
    },
  );
export const swagger = (operation: Doc, more: Doc = {}): Doc => ({
  swagger: "2.0",
  info: {},
  paths: { "/pets": { post: { responses: { 200: { description: "" } }, ...operation } } },
  ...more,
});
export const at30 = (schema: Json): Doc => post({ requestBody: json(schema) }, {}, "3.0.3");

export const form = (encoding: Doc): Doc =>
  post({
    requestBody: { content: { "multipart/form-data": { schema: object({ f: { type: "string" } }), encoding } } },
  });
export const header = (schema: Json): Doc =>
  responses({ 200: { description: "", headers: { "X-Rate": { required: true, schema } } } });
export const scheme = (value: Doc): Doc =>
  post({ security: [{ key: [] }] }, { components: { securitySchemes: { key: { type: "http", ...value } } } });
export const region = (choices: readonly string[], url = "https://{r}.example.com"): Doc =>
  post({}, { servers: [{ url, variables: { r: { default: choices[0] ?? "", enum: choices } } }] });

export const A = { type: "string" };
export const N = { type: "integer" };

export function text(changes: readonly Change[]): string {
  return changes.map((change) => `${change.class} ${change.rule} ${change.message}`).join("\n");
}
