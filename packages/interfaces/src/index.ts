export type * from "./kind.ts";
export * from "./containment/index.ts";
