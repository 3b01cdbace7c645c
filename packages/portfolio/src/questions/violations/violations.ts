/** Every boundary that the graph shows to be crossed. */
import type { Violation } from "@freehold/model";
import type { PortfolioGraph } from "../../build/build-graph.ts";
import { bypassedEntries } from "./bypassed-entries.ts";
import { layerViolations } from "./layers.ts";
import { type IsLeftOut, NOTHING_LEFT_OUT } from "./left-out.ts";
import { mayUseViolations } from "./may-use.ts";
import { privateUses } from "./private-used.ts";
import { productCycles } from "./product-cycles.ts";
import type { BoundaryRules } from "./rules.ts";
import { undeclaredDependencies } from "./undeclared-dependencies.ts";

export function violations(
  graph: PortfolioGraph,
  rules: readonly BoundaryRules[] = [],
  isLeftOut: IsLeftOut = NOTHING_LEFT_OUT,
): Violation[] {
  return [
    ...rules.flatMap((rule) => [
      ...layerViolations(graph, rule, isLeftOut),
      ...mayUseViolations(graph, rule, isLeftOut),
      ...privateUses(graph, rule, isLeftOut),
    ]),
    ...productCycles(graph, isLeftOut),
    ...bypassedEntries(graph, isLeftOut),
    ...undeclaredDependencies(graph, isLeftOut),
  ];
}
