/** Names of places as words, without the words that nearly all of them share: those are a brand. */
import { baseName, kebab, shortName } from "../paths.ts";
import { isPackage, type Place } from "./places.ts";

/** A first word that more places of one folder share than this says nothing of two of them. */
const BRAND_SHARE = 0.5;

export function nameWords(places: readonly Place[]): string[][] {
  const words = places.map((place) => wordsOf(place));
  for (let stripped = true; stripped;) {
    const brand = brandOf(words.filter((_, index) => places[index]?.folder !== ""));
    stripped = brand !== undefined;
    for (const list of words) if (list.length > 1 && list[0] === brand) list.shift();
  }
  return words;
}

function wordsOf(place: Place): string[] {
  const name = isPackage(place.lead) ? shortName(place.lead.name) : baseName(place.folder);
  const list = kebab(name === "" ? place.lead.name : name).split("-");
  return list.filter((word) => word !== "");
}

/** The first word that most names have, and have more behind. */
function brandOf(words: readonly (readonly string[])[]): string | undefined {
  if (words.length < 4) return undefined;
  const counts = new Map<string, number>();
  for (const [first, second] of words) {
    if (first !== undefined && second !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  for (const [word, count] of counts) if (count > words.length * BRAND_SHARE) return word;
  return undefined;
}
