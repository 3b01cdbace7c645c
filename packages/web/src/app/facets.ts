/** Lists that are narrowed down by facets and words, all of which stand in the address. */
import { parseList, stringifyList } from "./search.ts";

export type FacetSearch<F extends string> = { readonly [P in F | "q"]?: string };

/** What an item counts as in each facet (it may be several things at once), and the text that a search looks at. */
export interface Facets<T, F extends string> {
  readonly values: Readonly<Record<F, (item: T) => readonly string[]>>;
  readonly text: (item: T) => string;
}

/** Those that hold in every facet, and hold every word. Linear in the number of items. */
export function filterItems<T, F extends string>(
  facets: Facets<T, F>,
  items: readonly T[],
  search: FacetSearch<F>,
): readonly T[] {
  const tests = testsOf(facets, search);
  return tests.length === 0 ? items : items.filter((item) => tests.every((test) => test(item)));
}

/** How many items each value of a facet would show, the other parts of the filter holding. */
export function facetCounts<T, F extends string>(
  facets: Facets<T, F>,
  items: readonly T[],
  search: FacetSearch<NoInfer<F>>,
  facet: NoInfer<F>,
): ReadonlyMap<string, number> {
  const valuesOf = facets.values[facet];
  const counts = new Map<string, number>();
  for (const item of items) for (const value of valuesOf(item)) counts.set(value, 0);
  for (const item of filterItems(facets, items, { ...search, [facet]: "" }))
    for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

export function chosenIn<F extends string>(search: FacetSearch<F>, facet: F): readonly string[] {
  return parseList(search[facet]);
}

/** The search with other values of one facet; the empty text takes it out of the address. */
export function withFacet<S extends FacetSearch<F>, F extends string>(
  search: S,
  facet: F,
  chosen: readonly string[],
): S {
  return { ...search, [facet]: stringifyList(chosen) ?? "" };
}

export function isFiltered<T, F extends string>(facets: Facets<T, F>, search: FacetSearch<F>): boolean {
  return testsOf(facets, search).length > 0;
}

function testsOf<T, F extends string>({ values, text }: Facets<T, F>, search: FacetSearch<F>) {
  const tests: ((item: T) => boolean)[] = [];
  for (const facet of Object.keys(values) as F[]) {
    const chosen = new Set(chosenIn(search, facet));
    if (chosen.size > 0) tests.push((item) => values[facet](item).some((value) => chosen.has(value)));
  }
  const words = (search.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > 0)
    tests.push((item) => {
      const found = text(item).toLowerCase();
      return words.every((word) => found.includes(word));
    });
  return tests;
}
