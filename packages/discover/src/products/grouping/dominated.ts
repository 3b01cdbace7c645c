/**
 * A unit with consumers inside only one product and no release of its own belongs to that product: all
 * that comes to it comes through there (dominators of the dependency graph, the world entering at
 * whatever is released).
 */
import { dominators, scopeMask, WORLD } from "@freehold/portfolio";
import { isReleased } from "./released.ts";
import type { GroupingRule } from "./rule.ts";

/** Tools that one product alone is built with are a part of it as well. */
const USED = scopeMask(["runtime", "peer", "optional", "build", "development"]);

export const dominated: GroupingRule = {
  id: "dominated",
  why: "It is released by nobody, and everything that uses it is inside one product",
  apply({ places, graphOf, evidence }, groups) {
    const isRoot = (lead: number) => groups.members(lead).some((member) => places[member]?.folder === "");
    const isEntered = (lead: number) => isReleased(places, groups, lead) || groups.isPinned(lead) || isRoot(lead);
    const above = dominators(graphOf(groups), isEntered, USED);
    for (const lead of groups.leads()) {
      const place = places[lead];
      const through = places[above[lead] ?? WORLD];
      // What the root alone uses is a tool of the repository; see `root-tools`.
      if (place === undefined || through === undefined || isRoot(through.index) || isEntered(lead)) continue;
      const detail = `${place.lead.name} has no release of its own and is used through ${through.lead.name} alone`;
      groups.join(lead, through.index, {
        evidence: evidence("dominated", detail, place.lead.manifest ?? place.folder),
        confidence: 0.85,
      });
    }
  },
};
