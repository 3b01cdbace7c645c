/** Pairs of descriptions with the class that the published rules of semantic versioning give them. */
import { describe, expect, it } from "vitest";
import { openapi } from "../../src/kinds/openapi/kind.ts";
import type { Change, Json, Place, ShapedElement } from "../../src/kind.ts";

type Doc = { readonly [key: string]: Json };

function read(files: { readonly [path: string]: Json | string }) {
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

const elementsOf = (doc: Json): readonly ShapedElement[] => read({ "api.json": doc }).elements;

function classOf(changes: readonly Change[]): string {
  if (changes.length === 0) return "none";
  return ["breaking", "unknown"].find((kind) => changes.some((change) => change.class === kind)) ?? "compatible";
}

const json = (schema: Json): Json => ({ content: { "application/json": { schema } } });

/** A description with one operation, `POST /pets`. */
function post(operation: Doc, more: Doc = {}, version = "3.1.0"): Doc {
  return {
    openapi: version,
    info: { title: "t", version: "1" },
    paths: { "/pets": { post: { responses: { 200: { description: "" } }, ...operation } } },
    ...more,
  };
}
const query = (parameter: Doc): Doc => post({ parameters: [{ in: "query", name: "q", ...parameter }] });
const request = (schema: Json, required = true): Doc => post({ requestBody: { required, ...(json(schema) as Doc) } });
const response = (schema: Json): Doc => post({ responses: { 200: { description: "", ...(json(schema) as Doc) } } });
const object = (properties: Doc, required: readonly string[] = []): Doc => ({ type: "object", properties, required });
const responses = (value: Doc): Doc => post({ responses: value });
const secured = (security: Json): Doc =>
  post(
    { security },
    {
      components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "k" }, oauth: { type: "oauth2" } } },
    },
  );
const swagger = (operation: Doc, more: Doc = {}): Doc => ({
  swagger: "2.0",
  info: {},
  paths: { "/pets": { post: { responses: { 200: { description: "" } }, ...operation } } },
  ...more,
});
const at30 = (schema: Json): Doc => post({ requestBody: json(schema) }, {}, "3.0.3");

const form = (encoding: Doc): Doc =>
  post({
    requestBody: { content: { "multipart/form-data": { schema: object({ f: { type: "string" } }), encoding } } },
  });
const header = (schema: Json): Doc =>
  responses({ 200: { description: "", headers: { "X-Rate": { required: true, schema } } } });
const scheme = (value: Doc): Doc =>
  post({ security: [{ key: [] }] }, { components: { securitySchemes: { key: { type: "http", ...value } } } });
const region = (choices: readonly string[], url = "https://{r}.example.com"): Doc =>
  post({}, { servers: [{ url, variables: { r: { default: choices[0] ?? "", enum: choices } } }] });

const A = { type: "string" };
const N = { type: "integer" };

const CASES: readonly (readonly [name: string, before: Doc, after: Doc, forward: string, backward: string])[] = [
  ["operation added", { ...post({}), paths: {} }, post({}), "compatible", "breaking"],
  [
    "path parameter renamed",
    {
      openapi: "3.1.0",
      paths: { "/p/{a}": { get: { parameters: [{ in: "path", name: "a", required: true, schema: A }] } } },
    },
    {
      openapi: "3.1.0",
      paths: { "/p/{b}": { get: { parameters: [{ in: "path", name: "b", required: true, schema: A }] } } },
    },
    "compatible",
    "compatible",
  ],
  ["optional parameter added", post({}), query({ schema: A }), "compatible", "breaking"],
  ["required parameter added", post({}), query({ schema: A, required: true }), "breaking", "breaking"],
  ["parameter became required", query({ schema: A }), query({ schema: A, required: true }), "breaking", "compatible"],
  [
    "parameter enum value removed",
    query({ schema: { enum: ["a", "b"] } }),
    query({ schema: { enum: ["a"] } }),
    "breaking",
    "compatible",
  ],
  ["parameter takes any text", query({ schema: N }), query({ schema: A }), "compatible", "breaking"],
  [
    "parameter default changed",
    query({ schema: { type: "string", default: "a" } }),
    query({ schema: { type: "string", default: "b" } }),
    "breaking",
    "breaking",
  ],
  [
    "parameter length limited",
    query({ schema: A }),
    query({ schema: { type: "string", maxLength: 5 } }),
    "breaking",
    "compatible",
  ],
  [
    "parameter became a list",
    query({ schema: A }),
    query({ schema: { type: "array", items: A } }),
    "compatible",
    "breaking",
  ],
  [
    "list written in another way",
    query({ schema: { type: "array", items: A } }),
    query({ schema: { type: "array", items: A }, explode: false }),
    "breaking",
    "breaking",
  ],
  ["style of a scalar", query({ schema: A }), query({ schema: A, explode: false }), "compatible", "compatible"],
  [
    "header names have no case",
    post({ parameters: [{ in: "header", name: "X-A", schema: A }] }),
    post({ parameters: [{ in: "header", name: "x-a", schema: A }] }),
    "none",
    "none",
  ],
  ["body added, required", post({}), request(object({})), "breaking", "breaking"],
  ["body added, optional", post({}), request(object({}), false), "compatible", "breaking"],
  ["body became required", request(object({}), false), request(object({})), "breaking", "compatible"],
  [
    "optional property in a request",
    request(object({ a: A })),
    request(object({ a: A, b: N })),
    "compatible",
    "breaking",
  ],
  [
    "required property in a request",
    request(object({ a: A })),
    request(object({ a: A, b: N }, ["b"])),
    "breaking",
    "breaking",
  ],
  [
    "property became required in a request",
    request(object({ a: A })),
    request(object({ a: A }, ["a"])),
    "breaking",
    "compatible",
  ],
  [
    "property type narrowed in a request",
    request(object({ a: { type: "number" } })),
    request(object({ a: N })),
    "breaking",
    "compatible",
  ],
  [
    "closed request",
    request(object({ a: A })),
    request({ ...object({ a: A }), additionalProperties: false }),
    "breaking",
    "compatible",
  ],
  [
    "property in a nested list",
    request(object({ l: { type: "array", items: object({ a: A }) } })),
    request(object({ l: { type: "array", items: object({ a: A, b: A }) } })),
    "compatible",
    "breaking",
  ],
  ["request variant added", request({ anyOf: [A] }), request({ anyOf: [A, N] }), "compatible", "breaking"],
  [
    "request media type",
    post({ requestBody: { content: { "application/json": {} } } }),
    post({ requestBody: { content: { "application/json": {}, "text/xml": {} } } }),
    "compatible",
    "breaking",
  ],
  [
    "request media type by range",
    post({ requestBody: { content: { "application/json": {} } } }),
    post({ requestBody: { content: { "application/*": {} } } }),
    "compatible",
    "breaking",
  ],
  [
    "read-only property in a request",
    request(object({ a: A })),
    request(object({ a: A, id: { type: "string", readOnly: true } }, ["id"])),
    "compatible",
    "compatible",
  ],
  [
    "read-only property became writable and required",
    request(object({ id: { type: "string", readOnly: true } }, ["id"])),
    request(object({ id: A }, ["id"])),
    "breaking",
    "compatible",
  ],
  ["nullable of 3.0", at30(A), at30({ type: "string", nullable: true }), "compatible", "breaking"],
  [
    "exclusive flag of 3.0",
    at30({ type: "number", minimum: 1, exclusiveMinimum: true }),
    at30({ type: "number", minimum: 1 }),
    "compatible",
    "breaking",
  ],
  [
    "property added to a response",
    response(object({ a: A })),
    response(object({ a: A, b: A })),
    "compatible",
    "breaking",
  ],
  [
    "property became optional in a response",
    response(object({ a: A }, ["a"])),
    response(object({ a: A })),
    "breaking",
    "compatible",
  ],
  [
    "enum value added to a response",
    response({ enum: ["a"] }),
    response({ enum: ["a", "b"] }),
    "breaking",
    "compatible",
  ],
  ["response became nullable", response(A), response({ type: ["string", "null"] }), "breaking", "compatible"],
  ["response integer to number", response(N), response({ type: "number" }), "breaking", "compatible"],
  [
    "write-only property required",
    response(object({ a: A })),
    response(object({ a: A, p: { type: "string", writeOnly: true } }, ["p"])),
    "compatible",
    "compatible",
  ],
  ["success status added", responses({ 200: {} }), responses({ 200: {}, 201: {} }), "compatible", "breaking"],
  ["error status added", responses({ 200: {} }), responses({ 200: {}, 404: {} }), "compatible", "compatible"],
  [
    "status folded into a range",
    responses({ 200: json(A) }),
    responses({ "2XX": json(A) }),
    "compatible",
    "compatible",
  ],
  [
    "error split off default with another shape",
    responses({ default: json(object({ e: A }, ["e"])) }),
    responses({ default: json(object({ e: A }, ["e"])), 404: json(object({ f: A }, ["f"])) }),
    "breaking",
    "breaking",
  ],
  [
    "response media type",
    responses({ 200: { content: { "application/json": {} } } }),
    responses({ 200: { content: { "application/json": {}, "text/csv": {} } } }),
    "compatible",
    "breaking",
  ],
  [
    "response header",
    responses({ 200: { headers: { "X-A": { schema: A } } } }),
    responses({ 200: {} }),
    "breaking",
    "compatible",
  ],
  [
    "response header became optional",
    responses({ 200: { headers: { a: { required: true, schema: A } } } }),
    responses({ 200: { headers: { a: { schema: A } } } }),
    "breaking",
    "compatible",
  ],
  ["security added", secured([]), secured([{ key: [] }]), "breaking", "compatible"],
  ["an alternative way in", secured([{ key: [] }]), secured([{ key: [] }, { oauth: ["r"] }]), "compatible", "breaking"],
  ["scope added", secured([{ oauth: ["r"] }]), secured([{ oauth: ["r", "w"] }]), "breaking", "compatible"],
  ["both schemes at once", secured([{ key: [] }]), secured([{ key: [], oauth: [] }]), "breaking", "compatible"],
  ["deprecated", post({}), post({ deprecated: true }), "compatible", "compatible"],
  ["base path", swagger({}, { basePath: "/v1" }), swagger({}, { basePath: "/v2" }), "breaking", "breaking"],
  [
    "host",
    post({}, { servers: [{ url: "https://a.example/v1" }] }),
    post({}, { servers: [{ url: "https://b.example/v1" }] }),
    "unknown",
    "unknown",
  ],
  [
    "server added",
    post({}, { servers: [{ url: "/v1" }] }),
    post({}, { servers: [{ url: "/v1" }, { url: "/v2" }] }),
    "compatible",
    "breaking",
  ],
  [
    "form field of Swagger 2 required",
    swagger({ consumes: ["application/json"], parameters: [{ in: "formData", name: "f", type: "string" }] }),
    swagger({
      consumes: ["application/json"],
      parameters: [{ in: "formData", name: "f", type: "string", required: true }],
    }),
    "breaking",
    "compatible",
  ],
  [
    "body of Swagger 2",
    swagger({ consumes: ["application/json"], parameters: [{ in: "body", name: "b", schema: N }] }),
    swagger({ consumes: ["application/json"], parameters: [{ in: "body", name: "b", schema: { type: "number" } }] }),
    "compatible",
    "breaking",
  ],
  [
    "the same promise in Swagger 2 and OpenAPI 3",
    swagger({ consumes: ["application/json"], parameters: [{ in: "body", name: "b", required: true, schema: N }] }),
    request(N),
    "compatible",
    "compatible",
  ],
  [
    "discriminator mapping",
    request({ discriminator: { propertyName: "t", mapping: { a: "#/x" } }, type: "object" }),
    request({ discriminator: { propertyName: "t", mapping: { a: "#/y" } }, type: "object" }),
    "unknown",
    "unknown",
  ],
  [
    "webhooks turn directions round",
    { openapi: "3.1.0", webhooks: { w: { post: { requestBody: json(object({ a: A }, ["a"])) } } } },
    { openapi: "3.1.0", webhooks: { w: { post: { requestBody: json(object({ a: A })) } } } },
    "breaking",
    "compatible",
  ],
  [
    "a component that nothing uses",
    post({}, { components: { schemas: { X: A } } }),
    post({}, { components: { schemas: { X: N } } }),
    "none",
    "none",
  ],
  [
    "parameter as JSON",
    query({ schema: A }),
    query({ content: { "application/json": { schema: A } } }),
    "breaking",
    "breaking",
  ],
  ["reserved characters", query({ schema: A }), query({ schema: A, allowReserved: true }), "compatible", "breaking"],
  ["empty value", query({ schema: A }), query({ schema: A, allowEmptyValue: true }), "compatible", "breaking"],
  ["parts written otherwise", form({}), form({ f: { contentType: "image/png" } }), "unknown", "unknown"],
  ["header of text to number", header(A), header(N), "compatible", "breaking"],
  [
    "format of a bearer token",
    scheme({ scheme: "bearer" }),
    scheme({ scheme: "Bearer", bearerFormat: "JWT" }),
    "none",
    "none",
  ],
  ["another way to authenticate", scheme({ scheme: "basic" }), scheme({ scheme: "bearer" }), "breaking", "breaking"],
  ["choice of a server", region(["eu", "us"]), region(["eu"]), "unknown", "compatible"],
  ["choice of a base path", region(["eu"], "/{r}"), region(["us"], "/{r}"), "breaking", "breaking"],
];

function text(changes: readonly Change[]): string {
  return changes.map((change) => `${change.class} ${change.rule} ${change.message}`).join("\n");
}

function treeFiles(type: string) {
  return {
    "api.yaml": "openapi: 3.0.0\npaths:\n  /tree:\n    $ref: parts/tree.yaml#/tree\n",
    "parts/tree.yaml":
      "tree:\n  get:\n    responses:\n      200:\n        content:\n          application/json:\n            schema: { $ref: './node.json' }\n",
    "parts/node.json": JSON.stringify(object({ value: { type }, children: { type: "array", items: { $ref: "#" } } })),
  };
}

function tree(type: string) {
  return read(treeFiles(type)).elements;
}

describe("openapi", () => {
  it.each(CASES.map(([name, before, after, forward, backward]) => ({ name, before, after, forward, backward })))(
    "$name",
    ({ before, after, forward, backward }) => {
      const [old, young] = [elementsOf(before), elementsOf(after)];
      const [there, back] = [openapi.compare(old, young), openapi.compare(young, old)];
      expect(classOf(there), text(there)).toBe(forward);
      expect(classOf(back), text(back)).toBe(backward);
      expect(openapi.compare(old, elementsOf(structuredClone(before)))).toEqual([]);
    },
  );

  it("shows a request that breaks", () => {
    const [change] = openapi.compare(
      elementsOf(request({ type: "integer", maximum: 9 })),
      elementsOf(request({ type: "integer", maximum: 5 })),
    );
    expect(change?.rule).toBe("openapi/request-body-narrowed");
    expect(change?.witness).toBeGreaterThan(5);
  });

  it("follows references across files and recursion", () => {
    expect(tree("integer").map((element) => element.id)).toEqual(["GET /tree", "schema parts/node.json", "servers"]);
    expect(openapi.compare(tree("integer"), tree("integer"))).toEqual([]);
    expect(classOf(openapi.compare(tree("number"), tree("integer")))).toBe("compatible");
    expect(classOf(openapi.compare(tree("integer"), tree("number")))).toBe("breaking");
  });

  it("never leaves the place", () => {
    const asked: string[] = [];
    const text =
      "openapi: 3.0.0\npaths:\n  /a:\n    $ref: ../../../../etc/passwd\n  /b:\n    $ref: https://example.com/x.yaml\n";
    const place: Place = { folder: "x", paths: ["x/api.yaml"], read: (path) => void asked.push(path) };
    const { problems } = openapi.extract([{ path: "x/api.yaml", text }], place);
    expect(asked.filter((path) => path.startsWith("/") || path.includes("..") || path.includes("://"))).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual(["openapi/missing-reference", "openapi/missing-reference"]);
  });

  it("reports what cannot be parsed, and survives circular aliases and references", () => {
    expect(read({ "a.yaml": "openapi: 3.0.0\npaths: [\n" }).problems).toMatchObject([{ code: "openapi/invalid" }]);
    expect(read({ "a.yaml": "openapi: 3.0.0\npaths: &p\n  /a: *p\n" }).elements).toBeDefined();
    expect(read({ "a.yaml": "openapi: 3.0.0\npaths:\n  /a: { $ref: '#/paths/~1a' }\n" }).problems).toHaveLength(1);
  });

  it("depends on neither order, lines nor the file's name", () => {
    const yaml =
      "openapi: 3.1.0\npaths:\n  /a: { get: { responses: { 200: { description: x } } } }\n  /b: { get: {} }\n";
    const other =
      "# moved\n\nopenapi: 3.1.0\npaths:\n  /b:\n    get: {}\n  /a:\n    get:\n      responses:\n        200: { description: y }\n";
    expect(openapi.compare(read({ "a.yaml": yaml }).elements, read({ "b.yaml": other }).elements)).toEqual([]);
  });

  it("keeps operations apart when a second description comes", () => {
    const one = read({ "v1.yaml": "openapi: 3.1.0\npaths:\n  /a: { get: {} }\n" }).elements;
    const two = read({
      "v1.yaml": "openapi: 3.1.0\npaths:\n  /a: { get: {} }\n",
      "v2.yaml": "openapi: 3.1.0\npaths:\n  /a: { get: { deprecated: true } }\n",
    }).elements;
    expect(classOf(openapi.compare(one, two))).toBe("compatible");
  });
});
