/** Pairs of schemas with the expected answer in both directions: is the first contained in the second, and the reverse. */
import { describe, expect, it } from "vitest";
import { isContained } from "../../src/containment/index.ts";
import type { Draft } from "../../src/containment/index.ts";
import type { Json } from "../../src/kind.ts";

type Case = readonly [name: string, a: Json, b: Json, forward: string, backward: string, draft?: Draft];

/** A computed key, since a literal one would make the schema look like a promise. */
const THEN = ["th", "en"].join("");

const tree = (leaf: Json): Json => ({
  $ref: "#/$defs/node",
  $defs: {
    node: { type: "object", properties: { value: leaf, children: { type: "array", items: { $ref: "#/$defs/node" } } } },
  },
});
const closed = (properties: { [key: string]: Json }, required: string[] = []): Json => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

const CASES: readonly Case[] = [
  ["long runs found anywhere", { pattern: "[0-9a-f]{64}" }, { pattern: "[0-9a-f]{40}" }, "yes", "no"],
  ["many ways of one length", { pattern: "^(?:a|bc){30}$", type: "string" }, { pattern: "^[abc]*$" }, "yes", "no"],
  ["everything and nothing", false, true, "yes", "no"],
  ["one type and any", { type: "string" }, {}, "yes", "no"],
  ["types", { type: "string" }, { type: ["string", "null"] }, "yes", "no"],
  ["integer and number", { type: "integer" }, { type: "number" }, "yes", "no"],
  ["whole numbers by multipleOf", { type: "integer" }, { type: "number", multipleOf: 1 }, "yes", "yes"],
  ["enum narrowed", { enum: ["a", "b"] }, { enum: ["a", "b", "c"] }, "yes", "no"],
  ["enum and type", { enum: ["a", "b"] }, { type: "string" }, "yes", "no"],
  ["const and enum", { const: 1 }, { enum: [1, 2] }, "yes", "no"],
  ["booleans spelled out", { type: "boolean" }, { enum: [true, false] }, "yes", "yes"],
  [
    "enum of objects",
    { enum: [{ a: 1 }] },
    { type: "object", required: ["a"], properties: { a: { type: "integer" } } },
    "yes",
    "no",
  ],
  ["enum of arrays", { enum: [[1, 2]] }, { type: "array", items: { minimum: 2 } }, "no", "no"],
  ["minimum raised", { type: "number", minimum: 5 }, { type: "number", minimum: 3 }, "yes", "no"],
  ["exclusive bound", { type: "number", exclusiveMinimum: 3 }, { type: "number", minimum: 3 }, "yes", "no"],
  ["exclusive flags of draft 4", { minimum: 3, exclusiveMinimum: true }, { minimum: 3 }, "yes", "no", "draft-04"],
  [
    "integers between bounds",
    { type: "integer", exclusiveMinimum: 0, exclusiveMaximum: 3 },
    { enum: [1, 2] },
    "yes",
    "yes",
  ],
  ["an empty range", { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 2 }, false, "yes", "yes"],
  ["multiples", { type: "number", multipleOf: 6 }, { type: "number", multipleOf: 3 }, "yes", "no"],
  ["multiples of decimals", { type: "number", multipleOf: 0.3 }, { type: "number", multipleOf: 0.1 }, "yes", "no"],
  [
    "both multiples",
    { type: "number", allOf: [{ multipleOf: 4 }, { multipleOf: 6 }] },
    { type: "number", multipleOf: 12 },
    "yes",
    "yes",
  ],
  ["length", { type: "string", minLength: 2, maxLength: 4 }, { type: "string", maxLength: 5 }, "yes", "no"],
  ["length counts code points", { const: "😀" }, { maxLength: 1 }, "yes", "no"],
  [
    "pattern and length",
    { type: "string", pattern: "^[a-z]{2,3}$" },
    { type: "string", minLength: 2, maxLength: 3 },
    "yes",
    "no",
  ],
  ["patterns", { type: "string", pattern: "^a+$" }, { type: "string", pattern: "^a" }, "yes", "no"],
  ["pattern as enum", { type: "string", pattern: "^(a|b)$" }, { enum: ["a", "b"] }, "yes", "yes"],
  [
    "alternatives with own anchors",
    { type: "string", pattern: "^a|b$" },
    { type: "string", pattern: "a|b" },
    "yes",
    "no",
  ],
  ["unanchored pattern", { type: "string", pattern: "^foo$" }, { type: "string", pattern: "o" }, "yes", "no"],
  [
    "look-ahead is not understood",
    { type: "string", pattern: "^(?=.*a)b" },
    { type: "string", pattern: "^b" },
    "unknown",
    "unknown",
  ],
  [
    "the same look-ahead",
    { type: "string", pattern: "^(?=.*a)b" },
    { type: "string", pattern: "^(?=.*a)b", maxLength: 5 },
    "unknown",
    "yes",
  ],
  ["format added", { type: "string", format: "date" }, { type: "string" }, "yes", "no"],
  ["formats differ", { type: "string", format: "date" }, { type: "string", format: "uuid" }, "no", "no"],
  ["a format that nobody knows", { type: "string" }, { type: "string", format: "galaxy" }, "unknown", "yes"],
  ["required added", { type: "object", required: ["a", "b"] }, { type: "object", required: ["a"] }, "yes", "no"],
  ["property typed", { properties: { a: { type: "string" } } }, {}, "yes", "no"],
  [
    "optional property added to an open object",
    { type: "object", properties: { a: {} } },
    { type: "object", properties: { a: {}, b: { type: "string" } } },
    "no",
    "yes",
  ],
  ["optional property added to a closed object", closed({ a: {} }), closed({ a: {}, b: {} }), "yes", "no"],
  ["closed and open", closed({ a: {} }), { type: "object" }, "yes", "no"],
  [
    "additional typed",
    { type: "object", additionalProperties: { type: "integer" } },
    { type: "object", additionalProperties: { type: "number" } },
    "yes",
    "no",
  ],
  [
    "pattern properties",
    { patternProperties: { "^x-": { type: "string" } } },
    { patternProperties: { "^x-a": { type: "string" } } },
    "yes",
    "no",
  ],
  [
    "a property under a pattern",
    { patternProperties: { "^x": { type: "string" } } },
    { properties: { xy: { type: "string" } } },
    "yes",
    "no",
  ],
  [
    "property names",
    { type: "object", propertyNames: { maxLength: 2 } },
    { type: "object", propertyNames: { maxLength: 3 } },
    "yes",
    "no",
  ],
  ["count of properties", { type: "object", required: ["a", "b"] }, { type: "object", minProperties: 2 }, "yes", "no"],
  ["closed objects have few properties", closed({ a: {}, b: {} }), { type: "object", maxProperties: 2 }, "yes", "no"],
  ["dependent required", { dependentRequired: { a: ["b", "c"] } }, { dependentRequired: { a: ["b"] } }, "yes", "no"],
  [
    "dependencies of draft 7",
    { dependencies: { a: ["b"] } },
    { dependencies: { a: { required: ["b"] } } },
    "yes",
    "yes",
    "draft-07",
  ],
  ["items", { type: "array", items: { type: "integer" } }, { type: "array", items: { type: "number" } }, "yes", "no"],
  ["count of items", { type: "array", minItems: 2, maxItems: 3 }, { type: "array", minItems: 1 }, "yes", "no"],
  [
    "a tuple and a list",
    { type: "array", prefixItems: [{ type: "string" }, { type: "string" }], items: false },
    { type: "array", items: { type: "string" } },
    "yes",
    "no",
  ],
  [
    "a tuple of draft 7",
    { items: [{ type: "string" }], additionalItems: false },
    { items: { type: "string" } },
    "yes",
    "no",
    "draft-07",
  ],
  ["contains", { type: "array", contains: { const: 1 } }, { type: "array", minItems: 1 }, "yes", "no"],
  ["contains more often", { contains: { const: 1 }, minContains: 2 }, { contains: { const: 1 } }, "yes", "no"],
  [
    "contains at most",
    { type: "array", contains: { const: 1 }, minContains: 0, maxContains: 1 },
    { type: "array", contains: { const: 1 }, minContains: 0, maxContains: 2 },
    "yes",
    "no",
  ],
  ["unique items", { type: "array", uniqueItems: true }, { type: "array" }, "yes", "no"],
  [
    "unique items of few values",
    { type: "array", items: { type: "boolean" }, uniqueItems: true },
    { type: "array", maxItems: 2 },
    "yes",
    "no",
  ],
  ["anyOf narrowed", { anyOf: [{ type: "string" }] }, { anyOf: [{ type: "string" }, { type: "null" }] }, "yes", "no"],
  [
    "oneOf of disjoint types",
    { oneOf: [{ type: "string" }, { type: "null" }] },
    { type: ["string", "null"] },
    "yes",
    "yes",
  ],
  [
    "oneOf with overlap",
    { oneOf: [{ type: "integer" }, { minimum: 2, type: "number" }] },
    { type: "number" },
    "yes",
    "no",
  ],
  [
    "allOf",
    { allOf: [{ type: "object", required: ["a"] }, { required: ["b"] }] },
    { type: "object", required: ["a", "b"] },
    "yes",
    "yes",
  ],
  ["not", { type: ["string", "number"], not: { type: "string" } }, { type: "number" }, "yes", "yes"],
  ["not twice", { not: { not: { type: "string" } } }, { type: "string" }, "yes", "yes"],
  [
    "not required",
    { type: "object", not: { required: ["a"] } },
    { type: "object", properties: { a: false } },
    "yes",
    "yes",
  ],
  [
    "if then else",
    { if: { type: "string" }, [THEN]: { maxLength: 3 }, else: { type: "null" } },
    { type: ["string", "null"] },
    "yes",
    "no",
  ],
  [
    "union distributed over a property",
    { type: "object", required: ["a"], properties: { a: { enum: [1, 2] } } },
    {
      anyOf: [
        { type: "object", required: ["a"], properties: { a: { const: 1 } } },
        { type: "object", required: ["a"], properties: { a: { const: 2 } } },
      ],
    },
    "yes",
    "yes",
  ],
  ["references", { $ref: "#/$defs/a", $defs: { a: { type: "integer" } } }, { type: "number" }, "yes", "no"],
  ["anchors", { $ref: "#a", $defs: { a: { $anchor: "a", type: "integer" } } }, { type: "integer" }, "yes", "yes"],
  [
    "references by $id",
    { $id: "https://e.com/r", $ref: "sub", $defs: { a: { $id: "sub", type: "integer" } } },
    { type: "integer" },
    "yes",
    "yes",
  ],
  [
    "siblings of $ref in draft 7 do not count",
    { $ref: "#/definitions/a", maximum: 3, definitions: { a: { type: "integer" } } },
    { type: "integer" },
    "yes",
    "yes",
    "draft-07",
  ],
  [
    "siblings of $ref in 2020-12 count",
    { $ref: "#/$defs/a", maximum: 3, $defs: { a: { type: "integer" } } },
    { type: "integer" },
    "yes",
    "no",
  ],
  ["a reference into nowhere", { $ref: "#/$defs/none" }, { type: "string" }, "unknown", "unknown"],
  ["recursion", tree({ type: "integer" }), tree({ type: "number" }), "yes", "no"],
  [
    "recursion unrolled",
    {
      type: "object",
      properties: { value: { type: "integer" }, children: { type: "array", items: tree({ type: "integer" }) } },
      $defs: { node: (tree({ type: "integer" }) as { $defs: { node: Json } }).$defs.node },
    },
    tree({ type: "integer" }),
    "yes",
    "yes",
  ],
  [
    "recursion that never ends has no value",
    {
      $ref: "#/$defs/a",
      $defs: { a: { type: "object", required: ["next"], properties: { next: { $ref: "#/$defs/a" } } } },
    },
    false,
    "yes",
    "yes",
  ],
  [
    "a list that must end",
    {
      $ref: "#/$defs/l",
      $defs: {
        l: {
          anyOf: [
            { type: "null" },
            {
              type: "object",
              required: ["next"],
              properties: { next: { $ref: "#/$defs/l" } },
              additionalProperties: false,
            },
          ],
        },
      },
    },
    { anyOf: [{ type: "null" }, { type: "object", required: ["next"] }] },
    "yes",
    "no",
  ],
  [
    "unevaluated properties",
    { allOf: [{ properties: { a: { type: "string" } } }], unevaluatedProperties: false, type: "object" },
    closed({ a: { type: "string" } }),
    "yes",
    "yes",
  ],
  [
    "unevaluated properties of variants",
    {
      type: "object",
      anyOf: [
        { required: ["a"], properties: { a: {} } },
        { required: ["b"], properties: { b: {} } },
      ],
      unevaluatedProperties: false,
    },
    { type: "object", maxProperties: 2 },
    "yes",
    "no",
  ],
  [
    "unevaluated items",
    { type: "array", prefixItems: [{}], unevaluatedItems: false },
    { type: "array", maxItems: 1 },
    "yes",
    "yes",
  ],
  [
    "a property called constructor",
    { type: "object", properties: { constructor: { type: "string" } } },
    { type: "object" },
    "yes",
    "no",
  ],
  [
    "a dynamic reference with one target",
    { $dynamicRef: "#n", $defs: { n: { $dynamicAnchor: "n", type: "integer" } } },
    { type: "number" },
    "yes",
    "no",
  ],
];

describe("is every value of one schema a value of the other", () => {
  it.each(CASES.map((one) => ({ name: one[0], one })))("$name", ({ one: [, a, b, forward, backward, draft] }) => {
    const options = draft === undefined ? {} : { draft };
    expect(isContained(a, b, options), "forward").toMatchObject({ kind: forward });
    expect(isContained(b, a, options), "backward").toMatchObject({ kind: backward });
  });

  it("ignores formats where they are remarks", () => {
    expect(isContained({ type: "string" }, { type: "string", format: "date" }, { formats: "ignore" }).kind).toBe("yes");
  });

  it("shows the value that breaks", () => {
    expect(isContained({ enum: ["a", "b"] }, { const: "a" })).toEqual({ kind: "no", witness: "b" });
  });
});
