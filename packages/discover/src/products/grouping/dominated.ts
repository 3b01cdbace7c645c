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
  apply({ places, graph, evidence }, groups) {
    const isRoot = (place: number) => places[place]?.folder === "";
    const above = dominators(graph, (place) => places[place]?.released === true || isRoot(place), USED);
    for (const place of places) {
      const through = places[above[place.index] ?? WORLD];
      // What the root alone uses is a tool of the repository; see `root-tools`.
      if (through === undefined || through.folder === "" || isRoot(place.index)) continue;
      if (isReleased(places, groups, place.index)) continue;
      const detail = `${place.lead.name} has no release of its own and is used through ${through.lead.name} alone`;
      groups.join(place.index, through.index, {
        evidence: evidence("dominated", detail, place.lead.manifest ?? place.folder),
        confidence: 0.85,
      });
    }
  },
};
