/** Writes the API's OpenAPI document to where the client is made from. */
import { writeFileSync } from "node:fs";
import { openApiText } from "../src/index.ts";

writeFileSync(new URL("../../client/openapi.json", import.meta.url), openApiText());
