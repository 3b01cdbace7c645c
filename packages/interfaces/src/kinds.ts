/** The second entry of this package: what reads and compares interfaces, with all the parsers that this loads. */
export * from "./containment/index.ts";
export * from "./registry.ts";
export { digestFiles } from "./kinds/typescript/digests.ts";
export { go } from "./kinds/go/kind.ts";
export { jsonSchema } from "./kinds/json-schema/kind.ts";
export { openapi } from "./kinds/openapi/kind.ts";
export { python } from "./kinds/python/kind.ts";
export { typescript } from "./kinds/typescript/kind.ts";
export { evaluate } from "./containment/evaluate.ts";
export { addDocument, openSchemas } from "./containment/schemas.ts";
