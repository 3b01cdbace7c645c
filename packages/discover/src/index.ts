export type * from "./ecosystems/ecosystem.ts";
export type * from "./languages/language.ts";
export { conventionalRole } from "./roles.ts";
export { discoverUnits } from "./units.ts";
export type { DiscoveredUnits, UnitExtras } from "./units.ts";
export * from "./products/index.ts";
