/** What lies in the folder of a unit belongs to it, unless that unit is only a container. */
import { isPackage, type Place } from "./places.ts";
import type { GroupingRule } from "./rule.ts";

/** A private unit around several released ones holds them together and is none of them: a workspace. */
const CONTAINED = 2;

export const nested: GroupingRule = {
  id: "nested",
  why: "It lies inside the folder of another unit, which is not just a container of released units",
  apply({ places, evidence }, groups) {
    const released = countReleasedInside(places);
    for (const place of places) {
      const parent = places[place.parent];
      if (parent === undefined || isContainer(parent, released[parent.index] ?? 0)) continue;
      if (parent.folder === "" && standsAlone(place)) continue;
      const detail = `${place.folder} lies inside ${parent.folder || "the root"}, the folder of ${parent.lead.name}`;
      const confidence = place.released && isPackage(place.lead) ? 0.7 : 0.9;
      groups.join(place.index, parent.index, {
        evidence: evidence("nested", detail, place.lead.manifest ?? place.folder),
        confidence,
      });
    }
  },
};

/** A released package below a released root has a release, and so a life, of its own. */
function standsAlone(place: Place): boolean {
  return place.released && isPackage(place.lead);
}

function isContainer(place: Place, releasedInside: number): boolean {
  return !place.released && releasedInside >= CONTAINED;
}

function countReleasedInside(places: readonly Place[]): number[] {
  const counts = places.map(() => 0);
  for (const place of places) {
    if (!place.released) continue;
    for (let above = places[place.parent]; above !== undefined; above = places[above.parent]) {
      counts[above.index] = (counts[above.index] ?? 0) + 1;
    }
  }
  return counts;
}
