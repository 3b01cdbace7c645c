export type * from "./kind.ts";
export * from "./known-kinds.ts";
export { type ElementIndex, type ElementMatch, indexElements } from "./used.ts";
export type { FileDigest } from "./kinds/typescript/file-digest.ts";
export { attributeOf, type HclBody, type HclToken, literal, readHcl } from "./hcl/index.ts";
