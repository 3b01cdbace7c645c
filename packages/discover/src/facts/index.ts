export { gatherProducts, gatherRepository, type GatherInput } from "./gather.ts";
export { readFacts, type TreeFacts } from "./read-facts.ts";
