export { buildGraph, type GraphInput, type PortfolioGraph, rootGraph } from "./build/build-graph.ts";
export { chooseProvider, isOpenToAll, type ProviderFacts, surroundings } from "./build/providers.ts";
export { quotient } from "./build/quotient.ts";
export { at, type Digraph, edgeBetween, type Links } from "./digraph.ts";
export { evidenceOf, type Use, usesOf } from "./evidence.ts";
export { type Edge, type Level, openPortfolio, type Portfolio } from "./graph.ts";
export {
  type AffectedInput,
  affectedUnits,
  type ChangedUnit,
  type ContractHit,
  type UnitTier,
} from "./questions/affected.ts";
export { components, type Components } from "./questions/components.ts";
export { type Cycle, cycles } from "./questions/cycles.ts";
export { path } from "./questions/path.ts";
export { dominators, WORLD } from "./questions/dominators.ts";
export { reachOfAll } from "./questions/reach-of-all.ts";
export type { ExternalUse } from "./questions/external-uses.ts";
export type { IsLeftOut } from "./questions/violations/left-out.ts";
export type { BoundaryRules } from "./questions/violations/rules.ts";
export { EVERY_SCOPE, effectiveScope, scopesOf, type ScopeMask, scopeMask, SHIPPED } from "./scopes.ts";
