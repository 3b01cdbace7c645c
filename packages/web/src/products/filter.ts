/** Which products a list shows. The filter is in the address, so that every list is a link; the server applies it. */
import type { ProductsFilter } from "../api/queries.ts";
import { parseList, stringifyList } from "../app/search.ts";

export interface ProductSearch {
  readonly q?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly owner?: string;
  readonly repo?: string;
  readonly by?: string;
  readonly has?: string;
  readonly stage?: string;
  readonly steady?: string;
  readonly action?: string;
  /** `shown`: candidates inside of products are listed too. */
  readonly hidden?: string;
  readonly sort?: string;
}

export type Facet = "kind" | "from" | "owner" | "repo" | "has" | "stage" | "steady" | "action";

export const FACETS: readonly Facet[] = ["kind", "from", "owner", "repo", "stage", "steady", "action", "has"];

/** In the words of the API. What somebody wrote into the address and nobody knows is refused there, with what would be right. */
export function filterOf(search: ProductSearch): ProductsFilter {
  const { q = "", by, hidden } = search;
  const steady = chosenIn(search, "steady");
  const lists = {
    kind: chosenIn(search, "kind"),
    provenance: chosenIn(search, "from"),
    ownership: chosenIn(search, "owner"),
    repository: chosenIn(search, "repo"),
    has: chosenIn(search, "has"),
    standing: chosenIn(search, "stage").map((stage) => (stage === "none" ? "" : stage)),
    action: chosenIn(search, "action"),
  };
  const stated = Object.fromEntries(Object.entries(lists).filter(([, values]) => values.length > 0));
  return {
    ...(stated as Pick<ProductsFilter, keyof typeof lists>),
    ...(steady.length === 1 ? { steady: steady[0] === "reached" } : {}),
    ...(hidden === "shown" ? {} : { hidden: false }),
    ...(by === undefined || by === "" ? {} : { owner: by }),
    ...(q.trim() === "" ? {} : { q: q.trim() }),
  };
}

export function chosenIn(search: ProductSearch, facet: Facet): readonly string[] {
  return parseList(search[facet]);
}

export function withFacet<S extends ProductSearch>(search: S, facet: Facet, chosen: readonly string[]): S {
  const { [facet]: _, ...rest } = search;
  const value = stringifyList(chosen);
  return (value === undefined ? rest : { ...rest, [facet]: value }) as S;
}

export function isFiltered(search: ProductSearch): boolean {
  const { q = "", by = "" } = search;
  return q.trim() !== "" || by !== "" || FACETS.some((facet) => chosenIn(search, facet).length > 0);
}

/** Whether it asks for what only an assessment knows. */
export function isByAssessment({ stage = "", steady = "", action = "" }: ProductSearch): boolean {
  return stage + steady + action !== "";
}
