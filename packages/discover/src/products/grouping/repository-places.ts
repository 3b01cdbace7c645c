/** What the grouping rules look at: the places of one repository with their graph and history. */
import type { Evidence } from "@freehold/model";
import { buildGraph, type Digraph, quotient } from "@freehold/portfolio";
import type { RepositoryFacts } from "../input.ts";
import { followPlaces, type PlaceHistory } from "../history/places-in-history.ts";
import type { Groups } from "./groups.ts";
import { findPlaces, type Place } from "./places.ts";

export interface RepositoryPlaces {
  readonly facts: RepositoryFacts;
  readonly places: readonly Place[];
  /** Consumers to providers among the places. */
  readonly graph: Digraph;
  /** The same among groups, each at the index of its lead: uses inside a group are no longer there. */
  readonly graphOf: (groups: Groups) => Digraph;
  readonly history: PlaceHistory | undefined;
  readonly evidence: (rule: string, detail: string, path?: string) => Evidence;
}

export function describePlaces(facts: RepositoryFacts): RepositoryPlaces {
  const places = findPlaces(facts.units);
  const joined = buildGraph({ units: facts.units, products: [] });
  const placeOf = new Int32Array(facts.units.length).fill(-1);
  for (const place of places) {
    for (const unit of place.units) placeOf[joined.unitIndex.get(unit.id) ?? 0] = place.index;
  }
  const follow = {
    folders: places.map((place) => place.folder),
    manifests: places.map((place) => place.units.flatMap((unit) => unit.manifest ?? [])),
  };
  return {
    facts,
    places,
    graph: quotient(joined.links, placeOf, places.length),
    graphOf(groups) {
      const groupOf = placeOf.map((place) => (place < 0 ? -1 : groups.leadOf(place)));
      return quotient(joined.links, groupOf, places.length);
    },
    history: facts.history === undefined ? undefined : followPlaces(facts.history, follow),
    evidence: (rule, detail, path) => ({
      rule: `products.${rule}`,
      repository: facts.repository,
      ...(path === undefined ? {} : { path }),
      detail,
    }),
  };
}
