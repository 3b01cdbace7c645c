import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { clientTypes } from "../scripts/client-types.ts";
import { typeText } from "../scripts/type-text.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

test("the types are those of the document (npm run generate -w @freehold/client)", () => {
  expect(read("src/schema.ts")).toBe(clientTypes(JSON.parse(read("openapi.json"))));
});

test.each([
  [{ type: "integer" }, "number"],
  [{ enum: ["a", "b"] }, '"a" | "b"'],
  [{ const: 1 }, "1"],
  [{ type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] } }, "((string) | (null))[]"],
  [{ type: "object", additionalProperties: { type: "integer" } }, "{ [key: string]: number }"],
  [
    { type: "object", properties: { a: { type: "string" }, b: {} }, required: ["a"] },
    '{ "a": string;\n"b"?: unknown; }',
  ],
  [{ type: "object", properties: {}, additionalProperties: {} }, "{  } & Record<string, unknown>"],
  [{ $ref: "#/components/schemas/Product" }, 'components["schemas"]["Product"]'],
])("%j is %s", (schema, text) => {
  expect(typeText(schema)).toBe(text);
});

test("a kind of schema that it does not know is a fault, not `unknown`", () => {
  expect(() => typeText({ type: "tuple" })).toThrow("tuple");
});
