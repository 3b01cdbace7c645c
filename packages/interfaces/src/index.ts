export type * from "./kind.ts";
export * from "./containment/index.ts";
export * from "./registry.ts";
export { digestFiles, digestKey, knownDigests, preloadDigests } from "./kinds/typescript/digests.ts";
export type { FileDigest } from "./kinds/typescript/file-digest.ts";
