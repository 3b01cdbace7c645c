import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jsonSchemas } from "../src/index.ts";

const folder = new URL("../schemas/", import.meta.url);

test("the committed JSON Schemas are those of the zod schemas (else: npm run schemas -w @freehold/model)", () => {
  const schemas = jsonSchemas();
  expect(readdirSync(folder).sort()).toEqual(Object.keys(schemas).sort());
  for (const [name, schema] of Object.entries(schemas)) {
    expect(JSON.parse(readFileSync(new URL(name, folder), "utf8")), name).toEqual(schema);
  }
});
