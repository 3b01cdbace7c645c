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
    for (const lead of groups.leads()) {
      const place = places[lead];
      const own = history.commits[lead];
      // Whoever joins takes the whole group along, so all of it is asked who uses it.
      const members = groups.members(lead);
      if (place === undefined || own === undefined || own.length < FEWEST_COMMITS) continue;
      if (members.some((member) => places[member]?.folder === "")) continue;
      const users = new Set<number>();
      for (const member of members) {
        for (let i = at(graph.firstIn, member); i < at(graph.firstIn, member + 1); i++) {
          const edge = at(graph.incoming, i);
          if ((at(graph.scopes, edge) & SHIPPED) !== 0) users.add(groups.leadOf(at(graph.source, edge)));
        }
      }
      users.delete(lead);
      const [user] = users;
      if (users.size !== 1 || user === undefined || places[user]?.folder === "") continue;
      let [together, nearest] = [0, user];
      for (const member of groups.members(user)) {
        const shared = sharedCount(own, history.commits[member] ?? new Uint32Array());
        if (shared > together) [together, nearest] = [shared, member];
      }
      if (together < own.length * TOGETHER) continue;
      const group = nearest === user ? "its only user here" : "which is in the only group that uses it here";
      const detail = `${together} of ${own.length} commits of ${place.lead.name} also change ${places[nearest]?.lead.name ?? ""}, ${group}`;
      groups.join(lead, user, {
        evidence: evidence("served", detail, place.lead.manifest ?? place.folder),
        confidence: 0.6,
      });
    }
  },
};
