/** A grouping rule joins groups of places for one kind of reason. Rules run in the order of the registry. */
import type { Groups } from "./groups.ts";
import type { RepositoryPlaces } from "./repository-places.ts";

export interface GroupingRule {
  readonly id: string;
  /** One sentence for people: when it joins, and why that means one product. */
  readonly why: string;
  apply(places: RepositoryPlaces, groups: Groups): void;
}
