/**
 * A folder that explains several units in one README, and is no unit itself, is one thing in several
 * parts, as far as these use each other; the others just lie there. A folder that holds most of the
 * repository is where the repository keeps its units, and says nothing.
 */
import { type Digraph, edgeBetween } from "@freehold/portfolio";
import { folderOf } from "../paths.ts";
import type { Place } from "./places.ts";
import type { GroupingRule } from "./rule.ts";

const MOST = 0.5;

export const sharedReadme: GroupingRule = {
  id: "shared-readme",
  why: "One README in the folder above explains them together, and they use each other",
  apply({ facts, places, graph, evidence }, groups) {
    const placed = new Set(places.map((place) => place.folder));
    for (const path of [...(facts.readmes?.keys() ?? [])].sort()) {
      const folder = folderOf(path);
      if (folder === "" || placed.has(folder)) continue;
      const inside = places.filter((place) => place.folder.startsWith(`${folder}/`));
      const leads = [...new Set(inside.map((place) => groups.leadOf(place.index)))].filter((lead) =>
        inside.some(
          (place) => groups.leadOf(place.index) !== lead && usesEither(graph, place.index, groups.members(lead)),
        ),
      );
      if (leads.length < 2 || inside.length > Math.max(3, places.length * MOST)) continue;
      const into =
        leads.map((lead) => places[lead]).find((place): place is Place => place?.released === true) ??
        places[leads[0] ?? 0];
      if (into === undefined || into.folder === "") continue;
      for (const lead of leads) {
        const detail = `${path} explains ${leads.length} units of ${folder} together`;
        groups.join(lead, into.index, { evidence: evidence("shared-readme", detail, path), confidence: 0.6 });
      }
    }
  },
};

function usesEither(graph: Digraph, place: number, members: readonly number[]): boolean {
  return members.some((member) => edgeBetween(graph, place, member) >= 0 || edgeBetween(graph, member, place) >= 0);
}
