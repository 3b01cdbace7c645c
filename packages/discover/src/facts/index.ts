export { gatherProducts, gatherRepository, type GatherInput } from "./gather.ts";
export { HALF_DONE_DAYS, type HalfDoneReading, mayBeHalfDone, readHalfDone } from "./half-done/read.ts";
export { type LargeChange, largeChanges, unexplained } from "./history/large-changes.ts";
export { readFacts, type TreeFacts } from "./read-facts.ts";
