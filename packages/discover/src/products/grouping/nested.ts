/** What lies in the folder of a unit belongs to it, unless that unit is only a container. */
import type { RepositoryFacts } from "../input.ts";
import { folderOf } from "../paths.ts";
import { isPackage, type Place } from "./places.ts";
import type { GroupingRule } from "./rule.ts";

/** A private unit around several released ones holds them together and is none of them: a workspace. */
const CONTAINED = 2;

export const nested: GroupingRule = {
  id: "nested",
  why: "It lies inside the folder of another unit, which is not just a container of released units",
  apply({ facts, places, evidence }, groups) {
    const released = countReleasedInside(places);
    const separate = separateImages(facts, places);
    for (const place of places) {
      const parent = places[place.parent];
      // What belongs to something already would take all of that along.
      if (groups.leadOf(place.index) !== place.index) continue;
      if (parent === undefined || isContainer(parent, released[parent.index] ?? 0)) continue;
      if (parent.folder === "" && (standsAlone(place) || separate.has(place.index))) continue;
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

/**
 * One image below the root is the form in which the root is delivered. Of several, those in folders
 * without any file in the repository's main language are images of something of their own.
 */
function separateImages({ files, imports }: RepositoryFacts, places: readonly Place[]): ReadonlySet<number> {
  const images = places.filter(({ lead, released, folder }) => released && folder !== "" && !isPackage(lead));
  if (images.length < 2) return new Set();
  const main = commonest(imports?.paths.map(endingOf) ?? []);
  if (main === undefined) return new Set();
  const withSource = new Set<string>();
  for (const { path } of files) {
    if (endingOf(path) !== main) continue;
    for (let folder = folderOf(path); folder !== "" && !withSource.has(folder); folder = folderOf(folder)) {
      withSource.add(folder);
    }
  }
  return new Set(images.filter(({ folder }) => !withSource.has(folder)).map(({ index }) => index));
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf("."));
}

function commonest(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
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
