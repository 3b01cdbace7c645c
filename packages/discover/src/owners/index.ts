export { createOwnership, type OwnershipFinder, type OwnershipInput } from "./ownership.ts";
export type { PartSelector } from "./selection.ts";
export type { Regime } from "./whole.ts";
export { type Features, partFeatures, scoreOf } from "./model.ts";
