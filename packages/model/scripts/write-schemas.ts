/** Writes the committed JSON Schemas; a test fails when they differ from the zod schemas. */
import { writeFileSync } from "node:fs";
import { jsonSchemas } from "../src/index.ts";

for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(`../schemas/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
