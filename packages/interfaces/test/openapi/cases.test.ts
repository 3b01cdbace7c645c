/** Pairs of descriptions with the class that the published rules of semantic versioning give them. */
import { describe, expect, it } from "vitest";
import { openapi } from "../../src/kinds/openapi/kind.ts";
import type { Json } from "../../src/kind.ts";
import {
  A,
  at30,
  classOf,
  type Doc,
  elementsOf,
  form,
  header,
  json,
  N,
  object,
  post,
  query,
  region,
  request,
  response,
  responses,
  scheme,
  secured,
  swagger,
  text,
} from "./descriptions.ts";

const twoSchemes = (...names: readonly string[]): Doc =>
  post(
    { security: names.map((name) => ({ [name]: [] })) },
    {
      components: {
        securitySchemes: { one: { type: "http", scheme: "basic" }, two: { type: "http", scheme: "basic" } },
      },
    },
  );
const of = (name: string) => ({ $ref: `#/components/schemas/${name}` });
/** `Pet` is one of nine kinds, each of which is all of `Pet` and a name of the type given; as descriptions often have it. */
const pets = (type: Json, ...more: readonly string[]): Doc => {
  const kinds = ["Ant", "Bee", "Cat", "Dog", "Eel", "Fox", "Gnu", "Hen", "Owl"];
  const known = (kind: string) =>
    [kind, { allOf: [of("Pet")], ...object({ kind: { enum: [kind] }, name: type }) }] as const;
  const pet = object({ kind: A, ...Object.fromEntries(more.map((name) => [name, A])) }, ["kind"]);
  const schemas = { Pet: { ...pet, oneOf: kinds.map(of) }, ...Object.fromEntries(kinds.map(known)) };
  return post({ requestBody: { required: true, ...(json(of("Pet")) as Doc) } }, { components: { schemas } });
};

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
    "unknown",
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
  [
    "property of a request that is read only",
    request(object({ a: A })),
    request(object({ a: { ...A, readOnly: true } })),
    "unknown",
    "compatible",
  ],
  [
    "property of a response that is write only",
    response(object({ a: A })),
    response(object({ a: { ...A, writeOnly: true } })),
    "unknown",
    "compatible",
  ],
  [
    "credentials from another address",
    scheme({ type: "openIdConnect", openIdConnectUrl: "https://a.example.com" }),
    scheme({ type: "openIdConnect", openIdConnectUrl: "https://b.example.com" }),
    "unknown",
    "unknown",
  ],
  [
    "tokens from another address",
    scheme({ type: "oauth2", flows: { implicit: { tokenUrl: "https://a.example.com" } } }),
    scheme({ type: "oauth2", flows: { implicit: { tokenUrl: "https://b.example.com" }, password: {} } }),
    "unknown",
    "unknown",
  ],
  ["one of two schemes that are sent alike", twoSchemes("one", "two"), twoSchemes("one"), "unknown", "compatible"],
  ["variants that are all of what has them", pets(A), pets(A, "age"), "compatible", "breaking"],
  ["variants of a type that leads back to itself", pets(A), pets(N), "breaking", "breaking"],
];

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
});
