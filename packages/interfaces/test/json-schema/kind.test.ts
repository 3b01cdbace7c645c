import { describe, expect, it } from "vitest";
import { jsonSchema, jsonSchemaKind } from "../../src/kinds/json-schema/kind.ts";
import type { Place } from "../../src/kind.ts";

function elements(files: { readonly [path: string]: unknown }) {
  const texts = new Map(
    Object.entries(files).map(([path, value]) => [path, typeof value === "string" ? value : JSON.stringify(value)]),
  );
  const place: Place = {
    folder: "pkg",
    paths: [...texts.keys()].filter(jsonSchema.looksAt),
    read: (path) => texts.get(path),
  };
  const sources = jsonSchema.find(place).map((path) => ({ path, text: texts.get(path) ?? "" }));
  return jsonSchema.extract(sources, place);
}

const draft7 = "http://json-schema.org/draft-07/schema#";

function configOf(schema: object) {
  return elements({ "pkg/config.schema.json": { $schema: draft7, ...schema } }).elements;
}

function changes(before: object, after: object, kind = jsonSchema) {
  return kind
    .compare(configOf(before), configOf(after))
    .map((change) => [change.rule, change.class, ...(change.aspects ?? [])]);
}

function pair(type: string) {
  return elements({
    "pkg/a.schema.json": { type: "object", properties: { b: { $ref: "b.schema.json#/$defs/x" } } },
    "pkg/b.schema.json": { $defs: { x: { type } }, type: "object" },
  }).elements;
}

describe("json-schema", () => {
  it("finds schemas by what they say or are called", () => {
    const { elements: found } = elements({
      "pkg/a.json": { $schema: draft7, type: "object" },
      "pkg/b.schema.json": { type: "object" },
      "pkg/package.json": { name: "x", type: "module" },
      "pkg/tsconfig.json": { $schema: "https://json.schemastore.org/tsconfig" },
    });
    expect(found.map((element) => element.id)).toEqual(["a.json", "b.schema.json"]);
  });

  it("names a schema by its address where it has one", () => {
    expect(elements({ "pkg/a.json": { $schema: draft7, $id: "https://e.com/a" } }).elements[0]?.id).toBe(
      "https://e.com/a",
    );
  });

  it.each([
    [
      "a narrowed type",
      { type: ["string", "null"] },
      { type: "string" },
      [["json-schema/narrowed", "breaking", "writers"]],
    ],
    [
      "a widened type",
      { type: "string" },
      { type: ["string", "null"] },
      [["json-schema/widened", "breaking", "readers"]],
    ],
    [
      "both ways",
      { enum: [1, 2] },
      { enum: [2, 3] },
      [
        ["json-schema/narrowed", "breaking", "writers"],
        ["json-schema/widened", "breaking", "readers"],
      ],
    ],
    [
      "remarks",
      { type: "string", title: "A" },
      { type: "string", title: "B" },
      [["json-schema/annotations-changed", "compatible"]],
    ],
    ["another spelling", { enum: [true, false] }, { type: "boolean" }, [["json-schema/changed", "compatible"]]],
    [
      "a definition that nothing uses",
      { definitions: { a: { type: "string" } } },
      { definitions: { a: { type: "number" } } },
      [["json-schema/annotations-changed", "compatible"]],
    ],
    [
      "a definition in use",
      { $ref: "#/definitions/a", definitions: { a: { type: "number" } } },
      { $ref: "#/definitions/a", definitions: { a: { type: "integer" } } },
      [["json-schema/narrowed", "breaking", "writers"]],
    ],
    [
      "a format that nobody knows",
      { type: "string" },
      { type: "string", format: "galaxy" },
      [["json-schema/narrowed-unknown", "unknown", "writers"]],
    ],
    [
      "a property made required",
      { properties: { a: {} } },
      { properties: { a: {} }, required: ["a"] },
      [["json-schema/narrowed", "breaking", "writers"]],
    ],
    [
      "a property added to a closed object",
      { properties: { a: {} }, additionalProperties: false },
      { properties: { a: {}, b: {} }, additionalProperties: false },
      [["json-schema/widened", "breaking", "readers"]],
    ],
    [
      "an object closed",
      { properties: { a: {} } },
      { properties: { a: {} }, additionalProperties: false },
      [["json-schema/narrowed", "breaking", "writers"]],
    ],
    [
      "a pattern in other words",
      { type: "string", pattern: "^[0-9]+$" },
      { type: "string", pattern: "^\\d+$" },
      [["json-schema/changed", "compatible"]],
    ],
    ["a refusal dropped", { not: { const: 1 } }, {}, [["json-schema/widened", "breaking", "readers"]]],
    [
      "one of kinds that never meet",
      { oneOf: [{ type: "string" }, { type: "integer" }] },
      { anyOf: [{ type: "string" }, { type: "integer" }] },
      [["json-schema/changed", "compatible"]],
    ],
    [
      "a multiple of the multiple",
      { type: "integer", multipleOf: 2 },
      { type: "integer", multipleOf: 4 },
      [["json-schema/narrowed", "breaking", "writers"]],
    ],
    [
      "a default",
      { properties: { a: { default: 1 } } },
      { properties: { a: { default: 2 } } },
      [["json-schema/annotations-changed", "compatible"]],
    ],
    [
      "a dependency",
      { properties: { a: {}, b: {} } },
      { properties: { a: {}, b: {} }, dependencies: { a: ["b"] } },
      [["json-schema/narrowed", "breaking", "writers"]],
    ],
    [
      "a place in a list",
      { type: "array", items: [{ type: "string" }] },
      { type: "array", items: [{ type: "string" }, { type: "integer" }] },
      [["json-schema/narrowed", "breaking", "writers"]],
    ],
    [
      "a schema that holds itself",
      { type: "object", properties: { next: { $ref: "#" } } },
      { type: "object", properties: { next: { $ref: "#" } }, required: ["next"] },
      [["json-schema/narrowed", "breaking", "writers"]],
    ],
  ])("judges %s", (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });

  it("judges for writers or for readers alone", () => {
    expect(changes({ type: "string" }, { type: ["string", "null"] }, jsonSchemaKind("writers"))).toEqual([
      ["json-schema/changed", "compatible"],
    ]);
    expect(changes({ type: ["string", "null"] }, { type: "string" }, jsonSchemaKind("readers"))).toEqual([
      ["json-schema/changed", "compatible"],
    ]);
  });

  it("follows references into other files of the place", () => {
    const rules = jsonSchema
      .compare(pair("number"), pair("integer"))
      .map((change) => [change.element, change.rule, change.witness]);
    expect(rules).toContainEqual(["a.schema.json", "json-schema/narrowed", { b: 0.5 }]);
  });

  it("reports what cannot be parsed", () => {
    expect(elements({ "pkg/a.schema.json": '{"type": "object",' }).problems).toMatchObject([
      { code: "json-schema/invalid", path: "pkg/a.schema.json" },
    ]);
  });

  it("depends on neither order nor formatting", () => {
    const a = elements({ "pkg/a.schema.json": '{"type":"object","required":["a"]}' }).elements;
    const b = elements({ "pkg/a.schema.json": '{\n  "required": ["a"],\n  "type": "object"\n}' }).elements;
    expect(jsonSchema.compare(a, b)).toEqual([]);
  });
});
