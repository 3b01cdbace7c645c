export { compareLocated, isContained, openComparison } from "./contained.ts";
export type { Comparison, Containment, ContainmentOptions, SchemaRef } from "./contained.ts";
export type { Draft } from "./dialect.ts";
