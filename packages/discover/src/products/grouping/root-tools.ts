/** What only the root of the repository uses, and nobody releases, is a tool of the repository itself. */
import { at } from "@freehold/portfolio";
import { isReleased } from "./released.ts";
import type { GroupingRule } from "./rule.ts";

export const rootTools: GroupingRule = {
  id: "root-tools",
  why: "The root alone uses it, and it is released by nobody",
  apply({ places, graph, evidence }, groups) {
    const root = places.find((place) => place.folder === "");
    if (root === undefined) return;
    for (const place of places) {
      const lead = groups.leadOf(place.index);
      if (lead === groups.leadOf(root.index) || isReleased(places, groups, lead)) continue;
      const users = new Set<number>();
      for (const member of groups.members(lead)) {
        for (let i = at(graph.firstIn, member); i < at(graph.firstIn, member + 1); i++) {
          users.add(groups.leadOf(at(graph.source, at(graph.incoming, i))));
        }
      }
      users.delete(lead);
      if (users.size !== 1 || !users.has(groups.leadOf(root.index))) continue;
      groups.join(lead, root.index, {
        evidence: evidence("root-tools", `${place.lead.name} is used by the root alone`, place.lead.manifest),
        confidence: 0.7,
      });
    }
  },
};
