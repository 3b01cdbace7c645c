export { createOwnership, type OwnershipFinder, type OwnershipInput } from "./ownership.ts";
export type { PartSelector } from "./selection.ts";
export type { Regime } from "./whole.ts";
export { type Features, partFeatures, rankWorks, scoreOf } from "./model.ts";
export type { Work } from "./tally.ts";
export { createLedger, type Ledger } from "./ledger.ts";
export { createTallies, type Tally } from "./tally.ts";
export { measureWhole, type Whole } from "./whole.ts";
