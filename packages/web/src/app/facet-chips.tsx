/** A list of choices for each facet, with how much each would leave. */
import { CheckList } from "../ui/index.ts";
import { chosenIn, facetCounts, type Facets, type FacetSearch, withFacet } from "./facets.ts";

interface FacetChipsProps<T, F extends string, S extends FacetSearch<F>> {
  readonly facets: Facets<T, F>;
  readonly items: readonly T[];
  readonly search: S;
  readonly onChange: (search: S) => void;
  /** The facets to show, in this order, with what people call them. */
  readonly labels: readonly (readonly [facet: F, label: string])[];
  readonly labelOf: (facet: F, value: string) => string;
}

export function FacetChips<T, F extends string, S extends FacetSearch<F>>(props: FacetChipsProps<T, F, S>) {
  const { facets, items, search, onChange, labels, labelOf } = props;
  return labels.map(([facet, label]) => (
    <CheckList
      key={facet}
      label={label}
      options={() =>
        [...facetCounts(facets, items, search, facet)]
          .map(([value, count]) => ({ value, count, label: labelOf(facet, value) }))
          .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
      }
      labelOf={(value) => labelOf(facet, value)}
      chosen={chosenIn(search, facet)}
      onChange={(chosen) => onChange(withFacet<S, F>(search, facet, chosen))}
    />
  ));
}
