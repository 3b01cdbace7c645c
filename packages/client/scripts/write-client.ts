/** Makes `src/schema.ts` from `openapi.json`; a test fails when either is older than what it is made from. */
import { readFileSync, writeFileSync } from "node:fs";
import { clientTypes, type OpenApi } from "./client-types.ts";

const file = (path: string) => new URL(`../${path}`, import.meta.url);
const document = JSON.parse(readFileSync(file("openapi.json"), "utf8")) as OpenApi;
writeFileSync(file("src/schema.ts"), clientTypes(document));
