/**
 * A released unit that one group alone uses here, and that seldom changes without it, is made for that
 * group; its release is how it is delivered, not a life of its own.
 */
import { at, scopeMask } from "@freehold/portfolio";
import { sharedCount } from "../history/places-in-history.ts";
import type { GroupingRule } from "./rule.ts";

const SHIPPED = scopeMask(["runtime", "peer", "optional", "build"]);
const FEWEST_COMMITS = 5;
const TOGETHER = 0.5;

export const served: GroupingRule = {
  id: "served",
  why: "One group alone uses it here, and most of its changes are made together with that group",
  apply({ places, graph, history, evidence }, groups) {
    if (history === undefined) return;
    for (const place of places) {
      const own = history.commits[place.index];
      if (own === undefined || own.length < FEWEST_COMMITS || place.folder === "") continue;
      const users = new Set<number>();
      for (let i = at(graph.firstIn, place.index); i < at(graph.firstIn, place.index + 1); i++) {
        const edge = at(graph.incoming, i);
        if ((at(graph.scopes, edge) & SHIPPED) !== 0) users.add(groups.leadOf(at(graph.source, edge)));
      }
      users.delete(groups.leadOf(place.index));
      const [user] = users;
      if (users.size !== 1 || user === undefined || places[user]?.folder === "") continue;
      const together = Math.max(
        ...groups.members(user).map((member) => sharedCount(own, history.commits[member] ?? new Uint32Array())),
      );
      if (together < own.length * TOGETHER) continue;
      const detail = `${together} of ${own.length} commits of ${place.lead.name} also change ${places[user]?.lead.name ?? ""}, its only user here`;
      groups.join(place.index, user, {
        evidence: evidence("served", detail, place.lead.manifest ?? place.folder),
        confidence: 0.6,
      });
    }
  },
};
