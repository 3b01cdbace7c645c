/** Every boundary that the graph shows to be crossed. */
import type { Violation } from "@freehold/model";
import type { PortfolioGraph } from "../../build/build-graph.ts";
import { bypassedEntries } from "./bypassed-entries.ts";
import { layerViolations } from "./layers.ts";
import { mayUseViolations } from "./may-use.ts";
import { productCycles } from "./product-cycles.ts";
import type { BoundaryRules } from "./rules.ts";
import { undeclaredDependencies } from "./undeclared-dependencies.ts";

export function violations(graph: PortfolioGraph, rules: readonly BoundaryRules[] = []): Violation[] {
  return [
    ...rules.flatMap((rule) => [...layerViolations(graph, rule), ...mayUseViolations(graph, rule)]),
    ...productCycles(graph),
    ...bypassedEntries(graph),
    ...undeclaredDependencies(graph),
  ];
}
