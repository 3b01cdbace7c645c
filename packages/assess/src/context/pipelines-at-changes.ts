/** Pipelines that run when something changes: a nightly one, or one that releases, holds no change to anything. */
import type { Pipeline } from "@freehold/model";

const REQUEST = /^(?:pull_request|pull_request_target|merge_group|merge_request_event|external_pull_request_event)$/;
const CHANGE = /^(?:push|workflow_call)$/;

/** Those of requests for a change first, then of pushes, which tags are too, and of formats that say no events. */
export function pipelinesAtChanges(pipelines: readonly Pipeline[]): readonly Pipeline[] {
  return pipelines.filter((one) => rank(one) < 2).toSorted((a, b) => rank(a) - rank(b));
}

function rank({ events }: Pipeline): number {
  if (events.some((event) => REQUEST.test(event))) return 0;
  return events.length === 0 || events.some((event) => CHANGE.test(event)) ? 1 : 2;
}
