/**
 * `search`, `search-backend`, `search-common`: names that extend another's, with a dependency between
 * them, are one product in several packages. A name alone is no reason, nor is a dependency alone.
 */
import { type Digraph, edgeBetween } from "@freehold/portfolio";
import { folderOf } from "../paths.ts";
import { similarity } from "../history/people.ts";
import { sharedCount } from "../history/places-in-history.ts";
import { nameWords } from "./name-words.ts";
import type { Place } from "./places.ts";
import type { RepositoryPlaces } from "./repository-places.ts";
import type { GroupingRule } from "./rule.ts";

/** The share of the rarer one's commits that touch both. */
const TOGETHER = 0.25;
/** How much the people who work on the two overlap (cosine). */
const ALIKE = 0.4;

export const nameFamily: GroupingRule = {
  id: "name-family",
  why: "Its name extends the other's, and the two depend on each other, change together or have the same people",
  apply(described, groups) {
    const { places, evidence } = described;
    const words = nameWords(places);
    const families = Map.groupBy(
      places.filter((place) => place.folder !== ""),
      (place) => `${folderOf(place.folder)}\n${words[place.index]?.[0] ?? ""}`,
    );
    for (const family of families.values()) {
      if (family.length < 2) continue;
      const sorted = family.toSorted(
        (a, b) => (words[a.index]?.length ?? 0) - (words[b.index]?.length ?? 0) || a.index - b.index,
      );
      for (const [position, place] of sorted.entries()) {
        if (groups.leadOf(place.index) !== place.index) continue;
        const kin = sorted.slice(0, position).flatMap((other) => tieOf(described, place, other, words) ?? []);
        const best = kin.toSorted((a, b) => b.shared - a.shared || b.confidence - a.confidence)[0];
        if (best === undefined) continue;
        groups.join(place.index, best.other.index, {
          evidence: evidence("name-family", best.detail, place.lead.manifest ?? place.folder),
          confidence: best.confidence,
        });
      }
    }
  },
};

interface Tie {
  readonly other: Place;
  readonly shared: number;
  readonly detail: string;
  readonly confidence: number;
}

function tieOf(
  { graph, history }: RepositoryPlaces,
  place: Place,
  other: Place,
  words: readonly (readonly string[])[],
): Tie | undefined {
  const mine = words[place.index] ?? [];
  const theirs = words[other.index] ?? [];
  const shared = sharedWords(mine, theirs);
  if (shared === 0) return undefined;
  const extending = shared === theirs.length;
  const depends = isTied(graph, place.index, other.index);
  const alike = similarity(history?.people[place.index], history?.people[other.index]);
  const together = history === undefined ? 0 : togetherness(history.commits[place.index], history.commits[other.index]);
  // `rust` and `rust-loader`: the shorter is a name of its own. `api-server` and `api-client` need both ties.
  const enough = extending
    ? depends || together >= TOGETHER || alike >= ALIKE
    : depends && (history === undefined || together >= TOGETHER);
  if (!enough) return undefined;
  const tie = depends
    ? "one uses the other"
    : together >= TOGETHER
      ? `${Math.round(together * 100)} % of the commits touch both`
      : "the same people work on both";
  const detail = `${place.lead.name} and ${other.lead.name} share the name "${mine.slice(0, shared).join("-")}", and ${tie}`;
  return { other, shared, detail, confidence: extending ? (depends ? 0.8 : together >= TOGETHER ? 0.65 : 0.55) : 0.6 };
}

function isTied(graph: Digraph, a: number, b: number): boolean {
  return edgeBetween(graph, a, b) >= 0 || edgeBetween(graph, b, a) >= 0;
}

function togetherness(a: Uint32Array | undefined, b: Uint32Array | undefined): number {
  if (a === undefined || b === undefined || Math.min(a.length, b.length) < 3) return 0;
  return sharedCount(a, b) / Math.min(a.length, b.length);
}

function sharedWords(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared;
}
