export * from "./read.ts";
export type { HclToken } from "./tokens.ts";
