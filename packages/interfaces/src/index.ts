export type * from "./kind.ts";
export * from "./known-kinds.ts";
export { loadKind } from "./load-kind.ts";
export { type ElementIndex, type ElementMatch, indexElements } from "./used.ts";
export { attributeOf, type HclBody, type HclToken, literal, readHcl } from "./hcl/index.ts";
