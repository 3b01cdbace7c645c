/**
 * A folder that explains several units in one README, and is no unit itself, is one thing in several
 * parts; unless it holds most of the repository, when it is just where the repository keeps its units.
 */
import { folderOf } from "../paths.ts";
import type { Place } from "./places.ts";
import type { GroupingRule } from "./rule.ts";

const MOST = 0.5;

export const sharedReadme: GroupingRule = {
  id: "shared-readme",
  why: "One README in the folder above explains them together",
  apply({ facts, places, evidence }, groups) {
    const placed = new Set(places.map((place) => place.folder));
    for (const path of [...(facts.readmes?.keys() ?? [])].sort()) {
      const folder = folderOf(path);
      if (folder === "" || placed.has(folder)) continue;
      const inside = places.filter((place) => place.folder.startsWith(`${folder}/`));
      const leads = [...new Set(inside.map((place) => groups.leadOf(place.index)))];
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
