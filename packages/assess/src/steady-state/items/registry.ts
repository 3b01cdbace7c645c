/** The checklist of steady state, in the order that it is shown. */
import { decisionsTaken } from "./decisions-taken.ts";
import { documented } from "./documented.ts";
import type { SteadyStateItem } from "./item.ts";
import { largeChangesExplained } from "./large-changes-explained.ts";
import { lookedAfter } from "./looked-after.ts";
import { mainLinePasses } from "./main-line-passes.ts";
import { noForgottenBranches } from "./no-forgotten-branches.ts";
import { noStaleChanges } from "./no-stale-changes.ts";
import { notesDoNotPileUp } from "./notes-do-not-pile-up.ts";
import { noTestsLeftOff } from "./no-tests-left-off.ts";
import { pipelinesSwitchedOn } from "./pipelines-switched-on.ts";
import { released } from "./released.ts";
import { verified } from "./verified.ts";

export const steadyStateItems: readonly SteadyStateItem[] = [
  documented,
  verified,
  mainLinePasses,
  pipelinesSwitchedOn,
  noTestsLeftOff,
  lookedAfter,
  released,
  noForgottenBranches,
  noStaleChanges,
  notesDoNotPileUp,
  decisionsTaken,
  largeChangesExplained,
];
