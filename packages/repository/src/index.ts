export * from "./cache.ts";
export * from "./history.ts";
export * from "./tree.ts";
